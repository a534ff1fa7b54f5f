"""First names and family names, for people who do not exist."""

FIRST = (
    "Aylin", "Andreas", "Birgit", "Bogdan", "Canan", "Christa", "Daniel", "Derya", "Dieter", "Doris", "Elif", "Emil",
    "Esra", "Fatima", "Felix", "Frauke", "Gerd", "Giulia", "Gudrun", "Halil", "Hanna", "Heike", "Henrike", "Ida",
    "Igor", "Ines", "Jan", "Jasmin", "Joachim", "Jonas", "Karin", "Katarzyna", "Kemal", "Klaus", "Lena", "Linh",
    "Lorenzo", "Luise", "Manuela", "Marek", "Maren", "Mehmet", "Meike", "Mirjam", "Nadia", "Natalia", "Nils", "Oksana",
    "Olaf", "Paula", "Petra", "Pia", "Rainer", "Ralf", "Renate", "Ruth", "Samira", "Selma", "Silke", "Sofia", "Sven",
    "Tarek", "Thi Mai", "Thomas", "Tobias", "Ulrike", "Uwe", "Vera", "Viktor", "Wiebke", "Yusuf", "Zeynep",
)  # fmt: skip

FAMILY = (
    "Ackermann", "Albers", "Aydın", "Bachmann", "Bauer", "Behrens", "Bianchi", "Brandt", "Brinkmann", "Bui", "Çelik",
    "Dahlke", "Demir", "Dietz", "Dombrowski", "Ebert", "Eckstein", "Fiedler", "Freitag", "Gärtner", "Göbel", "Grabow",
    "Haddad", "Hagedorn", "Hansen", "Heinemann", "Henning", "Hofmann", "Ivanova", "Jansen", "Kaminski", "Kaya",
    "Kirchner", "Klein", "Kovač", "Kowalski", "Krüger", "Lange", "Lehmann", "Lindner", "Lorenz", "Maier", "Mancini",
    "Meyerhoff", "Mrozek", "Nguyen", "Niemann", "Nowak", "Oswald", "Öztürk", "Petersen", "Pfeiffer", "Pohl",
    "Popescu", "Reimann", "Richter", "Rossi", "Sander", "Schäfer", "Schlüter", "Schröder", "Seidel", "Şahin", "Sommer",
    "Steinbach", "Stoll", "Tahiri", "Tiedemann", "Tran", "Ulrich", "Vogt", "Walther", "Wendt", "Wieczorek", "Winkler",
    "Yıldız", "Zander", "Ziegler",
)  # fmt: skip
