"""What the federation file holds, in its order."""

from mittelnetz.exchange.records.declaration import Rows
from mittelnetz.exchange.records.doings import BODIES, BULLETINS, DECISIONS, OFFERS, SEATS, SESSIONS
from mittelnetz.exchange.records.networks import NETWORKS
from mittelnetz.exchange.records.register import COOPERATIONS, FRAMEWORK_VERSIONS, NESTINGS, ORGANISATIONS, PEOPLE

RECORDS: tuple[Rows, ...] = (
    ORGANISATIONS,
    PEOPLE,
    NETWORKS,
    NESTINGS,
    COOPERATIONS,
    BODIES,
    SEATS,
    SESSIONS,
    DECISIONS,
    BULLETINS,
    FRAMEWORK_VERSIONS,
    OFFERS,
)
