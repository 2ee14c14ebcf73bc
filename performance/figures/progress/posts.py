"""What words for an owner can mean: the posts by their titles, abbreviations and former titles."""

from collections import defaultdict

from performance.rules.progress.owners import owner_key
from portfolios.models import Post, PostTitle


def posts_by_words() -> dict[str, list[int]]:
    """The ids of the posts that carry a name, by that name as it is compared; two queries.

    A title that a post has today goes before the same words as a title that another once had.
    """
    now: dict[str, set[int]] = defaultdict(set)
    for post in Post.objects.all():
        for name in (post.title, post.abbreviation, str(post)):
            now[owner_key(name)].add(post.pk)
    once: dict[str, set[int]] = defaultdict(set)
    for title, pk in PostTitle.objects.values_list("title", "post"):
        once[owner_key(title)].add(pk)
    return {words: sorted(posts) for words, posts in {**once, **now}.items() if words}
