"""The landscapes of the demo federation: where its networks lie, and how they fare.

The names are invented, the official keys are real. Two networks overlap without consent (Hase und Ems, Münsterländer
Norden), one lies inside another by consent (Vogtlandbogen), one covers only some municipalities of a district
(Hohe Rhönkuppen), and about half of the country's districts are white.
"""

from dataclasses import dataclass

from mittelnetz.exchange.generator.habits import Course, Quirk


@dataclass(frozen=True, slots=True)
class Landscape:
    """A network to be.

    `around`: where it is at home while it has no region. `inside`: the larger network that it lies in by consent.
    `cooperates_with`: networks, by their id.
    """

    id: str
    name: str
    codes: tuple[str, ...]
    course: Course = Course.RECOGNISED
    quirks: frozenset[Quirk] = frozenset()
    around: tuple[str, ...] = ()
    inside: str | None = None
    cooperates_with: tuple[str, ...] = ()


def _landscape(
    id_: str,
    name: str,
    codes: str,
    course: Course = Course.RECOGNISED,
    quirks: tuple[Quirk, ...] = (),
    *,
    around: tuple[str, ...] = (),
    inside: str | None = None,
    cooperates_with: tuple[str, ...] = (),
) -> Landscape:
    return Landscape(id_, name, tuple(codes.split()), course, frozenset(quirks), around, inside, cooperates_with)


LANDSCAPES = (
    _landscape("weserbogen", "Netzwerk Weserbogen", "03252 03255 03256 03257 05770"),
    _landscape(
        "hase-und-ems", "Netzwerk Hase und Ems", "03404 03451 03452 03453 03454 03456 03457 03458 03459 03460",
        quirks=(Quirk.CONTACTS_NOT_REPORTED, Quirk.CONTACT_WITHOUT_ORGANISATION),
    ),
    _landscape(
        "muensterlaender-norden", "Netzwerk Münsterländer Norden", "03456 05515 05566 05570",
        quirks=(Quirk.MANDATORY_FEE, Quirk.CONTACTS_HIDDEN),
    ),
    _landscape("elbe-und-mulde", "Netzwerk Elbe und Mulde", "14", quirks=(Quirk.BULLETIN_OPEN, Quirk.TWO_MODERATORS)),
    _landscape(
        "vogtlandbogen", "Netzwerk Vogtlandbogen", "14523",
        quirks=(Quirk.ACKNOWLEDGEMENT_OPEN,), inside="elbe-und-mulde",
    ),
    _landscape(
        "hohe-rhoenkuppen", "Netzwerk Hohe Rhönkuppen",
        "06631 09673117 09673123 09673129 09673142 09673147 09673149 09673153 09673162 09673167 09673170 09673182",
        quirks=(Quirk.VACANT_MODERATION,),
    ),
    _landscape(
        "saale-und-elster", "Netzwerk Saale und Elster", "14729 15084 15088 16052 16053 16071 16074",
        Course.PARTNER, cooperates_with=("elbe-und-mulde",),
    ),
    _landscape(
        "thueringer-mitte", "Netzwerk Thüringer Mitte", "16051 16055 16064 16065 16067 16068 16070 16071",
        Course.RENEWED, (Quirk.REPORT_MISSING,),
    ),
    _landscape(
        "kueste-und-geest", "Netzwerk Küste und Geest", "01001 01051 01054 01059 01061",
        quirks=(
            Quirk.FEW_MEETINGS, Quirk.ASSESSMENT_OUTDATED, Quirk.FEW_INTERMEDIARIES, Quirk.CONTACTS_OF_ENTERPRISES,
        ),
    ),
    _landscape(
        "ostholsteiner-seen", "Netzwerk Ostholsteiner Seen", "01002 01003 01004 01055 01057 01058",
        Course.NEW, (Quirk.NO_MEETINGS, Quirk.ASSESSMENT_MISSING),
    ),
    _landscape(
        "warnow-und-peene", "Netzwerk Warnow und Peene", "13", Course.TAKEN_OVER, (Quirk.ABSENT_FROM_PLENUM,),
    ),
    _landscape(
        "altmaerkische-boerde", "Netzwerk Altmärkische Börde", "15001 15003 15081 15082 15083 15086 15089 15090 15091",
        quirks=(Quirk.REFUSED_WITHOUT_REASON, Quirk.ASKED_TO_JOIN),
    ),
    _landscape(
        "harzer-vorberge", "Netzwerk Harzer Vorberge", "03153 03155 15085 15087 16062", Course.FORMING,
        (Quirk.NO_MEETINGS, Quirk.FEW_PARTNERS, Quirk.ASSESSMENT_MISSING),
    ),
    _landscape(
        "werraland", "Netzwerk Oberes Werraland", "06632 06636 16063 16066", Course.APPLIED,
        (Quirk.ASSESSMENT_MISSING,),
    ),
    _landscape(
        "lahn-und-dillhoehen", "Netzwerk Lahn- und Dillhöhen", "06434 06440 06531 06532 06533 06534 06535 07143",
        quirks=(Quirk.PROMOTION, Quirk.CONSENSUS_BROKEN),
    ),
    _landscape(
        "rhein-und-moselhoehen", "Netzwerk Rhein- und Moselhöhen", "07111 07135 07137 07140 07141", Course.WITHDRAWN,
    ),
    _landscape(
        "pfaelzer-huegel", "Netzwerk Pfälzer Hügel",
        "07311 07312 07313 07314 07316 07317 07318 07319 07320 07331 07332 07333 07334 07335 07336 07337 07338 07340",
        Course.RETURNED, (Quirk.UNKNOWN_AREAS, Quirk.FEE_UNDECLARED),
    ),
    _landscape("saarbogen", "Netzwerk Saarbogen", "10", Course.DISSOLVED),
    _landscape(
        "donau-iller-alb", "Netzwerk Donau-Iller-Alb", "08135 08421 08425 08426 09774 09775",
        quirks=(Quirk.REQUEST_OPEN_TOO_LONG, Quirk.ONE_PERSON, Quirk.ABSENT_FROM_TRANSFER_GROUP),
    ),
    _landscape(
        "fraenkische-hoehen", "Netzwerk Fränkische Höhen", "095",
        quirks=(Quirk.NOT_ACKNOWLEDGED, Quirk.OUTSIDE_FEDERATION),
    ),
    _landscape(
        "oestliche-waldhoehen", "Netzwerk Östliche Waldhöhen", "092 093 094",
        quirks=(Quirk.NO_CONTACTS, Quirk.REPORT_LATE, Quirk.BULLETIN_MISSED, Quirk.NO_DECISIONS),
    ),
    _landscape("linker-niederrhein", "Netzwerk Linker Niederrhein", "05114 05116 05154 05166 05170", Course.REJECTED),
    _landscape("oberschwaebische-seen", "Netzwerk Oberschwäbische Seen", "08435 08436 08437", Course.UNKNOWN),
    _landscape("spreeheide", "Netzwerk Spreeheide", "12052 12061 12062 12066 12071", Course.PAUSED),
    _landscape(
        "allgaeuer-vorland", "Netzwerk Allgäuer Vorland", "", Course.STARTING,
        (Quirk.NO_PARTNERS, Quirk.NO_MEETINGS), around=("09777",),
    ),
)  # fmt: skip
