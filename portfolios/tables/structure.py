"""The lists of portfolios, services, posts and bodies."""

from council.tables import Column, DateColumn, LinkColumn, NumberColumn, Table


class PortfolioTable(Table):
    """Portfolios with their holders."""

    name = LinkColumn(verbose_name="Portfolio", url=lambda record: record.portfolio.get_absolute_url())
    holder = Column(default="No holder")
    since = DateColumn(verbose_name="Held since", default="Vacant, or not known")
    services_in_words = Column(verbose_name="Answers for", default="No service yet")

    class Meta:
        empty_text = "No portfolio yet. An administrator adds the first one in the register."


class ServiceTable(Table):
    """Services with who manages them and which portfolio answers."""

    name = LinkColumn(verbose_name="Service", url=lambda record: record.service.get_absolute_url())
    path = Column(verbose_name="Part of", default="Top of the tree")
    manager = Column(accessor="manager_in_words", verbose_name="Managed by", default="No post")
    people = Column(verbose_name="Post held by", default="Nobody")
    portfolios_in_words = Column(verbose_name="Portfolio", default="No portfolio answers for this")

    class Meta:
        empty_text = "No service yet. An administrator adds the first one in the register."


class PostTable(Table):
    """Posts with their abbreviations and who holds them."""

    title = Column(verbose_name="Post", accessor="post__title")
    abbreviation = Column(verbose_name="Abbreviation", accessor="post__abbreviation", default="None")
    people = Column(verbose_name="Held by", default="Nobody")
    service = Column(verbose_name="Service", accessor="post__service__name", default="No service")
    other_titles = Column(verbose_name="Also written as", default="Nothing else")

    class Meta:
        empty_text = "No post yet. An administrator adds the first one in the register."


class BodyTable(Table):
    """Bodies with the names that papers use for them."""

    name = LinkColumn(verbose_name="Body", url=lambda record: record.body.get_absolute_url())
    kind = Column(verbose_name="Kind", accessor="body__get_kind_display")
    other_names = Column(verbose_name="Also called", default="Nothing else")
    seats = NumberColumn(verbose_name="Seats")

    class Meta:
        empty_text = "No body yet. An administrator adds the first one in the register."
