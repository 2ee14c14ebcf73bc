"""Counts the queries of a request that asks for it; the timed requests do not."""

from django.db import connection

ASKED = "HTTP_X_COUNT_QUERIES"
ANSWERED = "X-Queries"


class QueryCountMiddleware:
    """Answers how many queries a request took, those for session and reader among them."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if ASKED not in request.META:
            return self.get_response(request)
        count = 0

        def counted(execute, sql, params, many, context):
            nonlocal count
            count += 1
            return execute(sql, params, many, context)

        with connection.execute_wrapper(counted):
            response = self.get_response(request)
        response[ANSWERED] = str(count)
        return response
