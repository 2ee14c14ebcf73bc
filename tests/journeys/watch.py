"""What a browser context is watched for, whatever the test looks at."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Route

STEP_LIMIT_MS = 20_000
THIS_MACHINE = {"localhost", "127.0.0.1"}

TELL_VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) => {
  tellViolation(`${event.effectiveDirective} refused ${event.blockedURI} on ${location.pathname}`);
});
"""


def watched(context: BrowserContext, faults: list[str]) -> BrowserContext:
    """The context, writing into `faults` each breach of the policy, console error, exception and call elsewhere."""

    def only_this_machine(route: Route) -> None:
        if urlsplit(route.request.url).hostname in THIS_MACHINE:
            route.continue_()
        else:
            faults.append(f"asked for {route.request.url}")
            route.abort()

    context.route("**/*", only_this_machine)
    context.expose_function("tellViolation", lambda said: faults.append(f"policy: {said}"))
    context.add_init_script(TELL_VIOLATIONS)
    context.on(
        "console", lambda said: faults.append(f"console: {said.text}") if said.type == "error" else None
    )
    context.on("weberror", lambda problem: faults.append(f"script: {problem.error}"))
    return context
