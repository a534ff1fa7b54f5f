"""Small made-up federations for property tests: right by the rules, odd in every way these allow."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from tests.exchange.files import FORMAT

Item = dict[str, Any]

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
names = texts.filter(bool)
days = st.integers(0, 30).map(lambda number: (date(2025, 12, 20) + timedelta(days=number)).isoformat())
flags = st.booleans()
codes = st.sampled_from(["DE", "05", "059", "05970", "05966", "16056", "06435014"])


@st.composite
def spans(draw: Any, *, apart: bool) -> list[Item]:
    """Up to three spans, `apart` or not."""
    if apart:
        ends = [draw(st.none() | days), *sorted(draw(st.sets(days, max_size=3))), draw(st.none() | days)]
        pairs = [(a, b) for a, b in pairwise(ends) if a is None or b is None or a < b]
        known = [pair for pair in pairs[1:-1] if None not in pair]
        return [{"since": since, "until": until} for since, until in (known or pairs[:1])]
    pairs = draw(st.lists(st.tuples(st.none() | days, st.none() | days), max_size=3))
    return [{"since": a, "until": b} for a, b in pairs if a is None or b is None or a < b]


def with_spans(items: st.SearchStrategy[Item], *, apart: bool, by: tuple[str, ...] = ()) -> st.SearchStrategy[Any]:
    """Items with spans; `apart`: those that agree in `by` never overlap."""

    @st.composite
    def build(draw: Any) -> list[Item]:
        unique = (lambda item: tuple(item[key] for key in by)) if apart else None
        return [
            {**draw(items) | {key: item[key] for key in by}, **span}
            for item in draw(st.lists(items, max_size=2, unique_by=unique))
            for span in draw(spans(apart=apart))
        ]

    return build()


def rows(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Item]]:
    return st.lists(st.fixed_dictionaries(fields), max_size=3)


@st.composite
def federations(draw: Any) -> Item:
    organisations = [f"o{number}" for number in range(draw(st.integers(1, 3)))]
    people = [f"p{number}" for number in range(draw(st.integers(1, 2)))]
    networks = [f"n{number}" for number in range(draw(st.integers(2, 3)))]
    organisation, person, network = map(st.sampled_from, (organisations, people, networks))
    body = st.sampled_from(["plenum", "circle"])
    span = spans(apart=False).map(lambda some: some[0] if some else {})
    item = st.fixed_dictionaries

    def records(prefix: str, record: st.SearchStrategy[Item], extra: st.SearchStrategy[Item] | None = None) -> Any:
        made = st.tuples(record, st.just({}) if extra is None else extra).map(lambda parts: parts[0] | parts[1])
        found = draw(st.lists(made, max_size=3))
        return draw(st.permutations([{"id": f"{prefix}{number}", **one} for number, one in enumerate(found)]))

    def made_network(id_: str) -> Item:
        answer = item({"fulfilled": flags, "comment": st.none() | texts})
        known = item(
            {"document": st.sampled_from(["principles", "criteria"]), "version": names.map(lambda v: v[:9]), "on": days}
        )
        return {
            "id": id_,
            "name": draw(names),
            "aims": draw(st.none() | texts),
            "records_since": draw(st.none() | days),
            "sources": draw(rows(statement=names, url=st.sampled_from(["https://a.example", "http://b.example"]))),
            "status": draw(spans(apart=True).map(lambda some: [{"status": "recognised", **one} for one in some])),
            "regions": draw(with_spans(item({"code": codes}), apart=True, by=("code",))),
            "partners": draw(
                with_spans(
                    item({"organisation": organisation, "listed": flags, "acknowledged": st.lists(known, max_size=2)}),
                    apart=True,
                    by=("organisation",),
                )
            ),
            "contacts": draw(
                with_spans(
                    item(
                        {
                            "person": person,
                            "function": st.sampled_from(["coordination", "moderation"]),
                            "organisation": st.none() | organisation,
                            "shown": flags,
                        }
                    ),
                    apart=True,
                    by=("person", "function"),
                )
            ),
            "fees": draw(
                with_spans(item({"mandatory": flags, "amount": st.sampled_from(["1", "2.5", "0.99"])}), apart=False)
            ),
            "annual_reports": draw(rows(year=st.integers(2024, 2025), submitted=days)),
            "self_assessments": draw(
                rows(completed=days, answers=st.dictionaries(st.sampled_from(["QK1", "QK2", "QK10"]), answer))
            ),
            "complaints": draw(rows(about=st.sampled_from(["RB3", "RB2.1"]), received=days, upheld=st.none() | days)),
            "contributions": draw(
                rows(
                    amount=st.sampled_from(["1.00", "20"]),
                    on=days,
                    purpose=st.just("sponsoring"),
                    **{"from": st.none() | organisation},
                )
            ),
        }

    return {
        "format": FORMAT,
        "organisations": [
            {
                "id": id_,
                "name": draw(names),
                "kind": draw(st.sampled_from(["chamber", "other"])),
                "parent": draw(st.none() | st.sampled_from(organisations[:index])) if index else None,
                "service_area": draw(st.lists(codes, max_size=3)),
                "intermediary": [{"counts": draw(flags), **one} for one in draw(spans(apart=True))],
            }
            for index, id_ in enumerate(organisations)
        ],
        "people": [{"id": id_, "name": draw(names)} for id_ in people],
        "networks": draw(st.permutations([made_network(id_) for id_ in networks])),
        "nestings": records("t", st.permutations(networks).map(lambda some: {"networks": some[:2]}), span),
        "cooperations": records("c", item({"network": network, "with_other": names, "kind": st.just("other")}), span),
        "bodies": [
            {"id": "plenum", "kind": "plenum", "name": "Plenum"},
            {"id": "circle", "kind": "network_circle", "network": "n0"},
        ],
        "seats": records("s", item({"body": body, "organisation": organisation, "person": st.none() | person}), span),
        "sessions": records(
            "m",
            item(
                {
                    "body": body,
                    "also_for": st.lists(body, max_size=2),
                    "starts": st.datetimes().filter(lambda moment: 1900 < moment.year < 9999).map(
                        lambda moment: f"{moment:%Y-%m-%dT%H:%M:%S}+01:00"
                    ),
                    "status": st.just("held"),
                    "attendance": rows(person=person, representing=st.none() | network, present=flags),
                    "agenda": rows(kind=st.sampled_from(["case", "report"]), title=st.none() | texts, done=flags),
                }
            ),
        ),
        "offers": records(
            "x",
            item(
                {
                    "organisation": organisation,
                    "title": names,
                    "topics": st.lists(names.map(lambda text: text[:9]), max_size=3),
                    "regions": st.lists(codes, max_size=3),
                    "format": st.just("advice"),
                }
            ),
        ),
    }  # fmt: skip
