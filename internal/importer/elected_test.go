package importer

import "testing"

// A faction speaks by those who lead it, and by those who speak for it on something.
func TestGermanFactions(t *testing.T) {
	whoseOffice(t, "de", [][2]string{
		{"Die UFP-Fraktion tagt. {Q}, sagt die Fraktionsvorsitzende Mona Kiel.", "Mona Kiel | Fraktionsvorsitzende | UFP-Fraktion"},
		{"Die UFP-Fraktion tagt. {Q}, sagt Fraktionschef Ulf Kaden.", "Ulf Kaden | Fraktionschef | UFP-Fraktion"},
		{"Die UFP-Fraktion tagt. {Q}, sagt Fraktionssprecherin Mona Kiel.", "Mona Kiel | Fraktionssprecherin | UFP-Fraktion"},
		{"Die UFP-Fraktion tagt. {Q}, sagt Fraktionsgeschäftsführer Ulf Kaden.", "Ulf Kaden | Fraktionsgeschäftsführer | UFP-Fraktion"},
		{"Die UFP-Fraktion tagt. {Q}, sagt Mona Kiel, hafenpolitische Sprecherin.", "Mona Kiel | hafenpolitische Sprecherin | UFP-Fraktion"},
		{"Die UFP-Fraktion tagt. {Q}, sagt Ulf Kaden, hafenpolitischer Sprecher der Fraktion.", "Ulf Kaden | hafenpolitischer Sprecher | UFP-Fraktion"},
		{"Die UFP-Fraktion tagt. {Q}, sagt der Abgeordnete Ulf Kaden.", "Ulf Kaden | Abgeordnete | UFP-Fraktion"},
		{"Die UFP-Fraktion tagt. {Q}, sagt der Bürgermeister Ulf Kaden.", "Ulf Kaden | Bürgermeister | ?"},
		{"Die UFP-Fraktion tagt. {Q}, sagt Fraktionschef Ulf Kaden von der Werft Nord.", "Ulf Kaden | Fraktionschef | Werft Nord"},
		{"Die UFP-Fraktion im Landtag tagt. Die UFP-Fraktion isst. {Q}, sagt Fraktionschef Ulf Kaden.", "Ulf Kaden | Fraktionschef | UFP-Fraktion im Landtag"},
		{"Die UFP-Fraktion isst. Die UFP-Fraktion im Ostener Stadtrat tagt. {Q}, sagt Fraktionschef Ulf Kaden.", "Ulf Kaden | Fraktionschef | UFP-Fraktion im Ostener Stadtrat"},
		{"Die UFP-Fraktion und die Ufer-Fraktion tagen. {Q}, sagt Fraktionschef Ulf Kaden.", "Ulf Kaden | Fraktionschef | ?"},
		{"Die UFP-Landtagsfraktion tagt. {Q}, sagt Fraktionschef Ulf Kaden.", "Ulf Kaden | Fraktionschef | UFP-Landtagsfraktion"},
		{"Die Landtagsfraktion DIE UFER tagt. {Q}, sagt Fraktionschef Ulf Kaden.", "Ulf Kaden | Fraktionschef | Landtagsfraktion DIE UFER"},
		{"Die Fraktion Die Ufer tagt. {Q}, sagt Fraktionschef Ulf Kaden.", "Ulf Kaden | Fraktionschef | Fraktion Die Ufer"},
		{"Die Fraktion UFP tagt. {Q}, sagt Fraktionschef Ulf Kaden.", "Ulf Kaden | Fraktionschef | Fraktion UFP"},
		{"Die Fraktion Bund 12/Die Ufer tagt. {Q}, sagt Fraktionschef Ulf Kaden.", "Ulf Kaden | Fraktionschef | Fraktion Bund 12/Die Ufer"},
		{"Die Fraktion Bund 12/DIE UFER tagt. {Q}, sagt Fraktionschef Ulf Kaden.", "Ulf Kaden | Fraktionschef | Fraktion Bund 12/DIE UFER"},
		{"Nun will die Fraktion Ufer schützen. {Q}, sagt Fraktionschef Ulf Kaden.", "Ulf Kaden | Fraktionschef | ?"},
	})
}

// A minister speaks for the one ministry over the same field of which the text tells.
func TestGermanMinistries(t *testing.T) {
	whoseOffice(t, "de", [][2]string{
		{"Das Staatsministerium für Häfen und Taue baut. {Q}, sagt die Staatsministerin für Häfen und Taue, Mona Kiel.", "Mona Kiel | Staatsministerin für Häfen und Taue | Staatsministerium für Häfen und Taue"},
		{"Das Haus des Landesministeriums für Häfen, Taue und Wind steht. {Q}, sagt der Minister für Häfen, Ulf Kaden.", "Ulf Kaden | Minister für Häfen | Landesministerium für Häfen, Taue und Wind"},
		{"Das Bundesministerium der Taue baut. {Q}, sagt der Bundesminister der Taue, Ulf Kaden.", "Ulf Kaden | Bundesminister der Taue | Bundesministerium der Taue"},
		{"Das Hafenministerium baut. {Q}, sagt Hafenministerin Mona Kiel.", "Mona Kiel | Hafenministerin | Hafenministerium"},
		{"Das Haus des Hafenministeriums steht. {Q}, sagt Hafenminister Ulf Kaden.", "Ulf Kaden | Hafenminister | Hafenministerium"},
		{"Das Ministerium für Wirtschaft und Hafen baut. {Q}, sagt Wirtschaftsminister Ulf Kaden.", "Ulf Kaden | Wirtschaftsminister | Ministerium für Wirtschaft und Hafen"},
		{"Das Ministerium für Wirtschaft, Hafen und Wind baut. {Q}, sagt Hafenminister Ulf Kaden.", "Ulf Kaden | Hafenminister | Ministerium für Wirtschaft, Hafen und Wind"},
		{"Das Ministerium für Wirtschaft und Hafen baut. {Q}, sagt Windminister Ulf Kaden.", "Ulf Kaden | Windminister | ?"},
		{"Das Ministerium für Wirtschaft und Hafen baut. {Q}, sagt Ministerin Mona Kiel.", "Mona Kiel | Ministerin | ?"},
		{"Das Hafenministerium und das Ministerium für Hafen bauen. {Q}, sagt Hafenminister Ulf Kaden.", "Ulf Kaden | Hafenminister | ?"},
		{"Das Hafenministerium baut. Das Hafenministerium malt. {Q}, sagt Ostlands Hafenminister Ulf Kaden.", "Ulf Kaden | Hafenminister | Hafenministerium"},
		{"{Q}, sagt Ostlands Hafenministerin Mona Kiel. {Q}, so die Ministerin. {Q}, sagt Kiel.", "Mona Kiel | Hafenministerin | Ostland; Mona Kiel | Hafenministerin | Ostland; Mona Kiel | Hafenministerin | Ostland"},
	})
}
