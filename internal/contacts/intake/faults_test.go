package intake

import "testing"

// A column called "Name" beside one half of the name holds the other half, or all of it;
// its cells tell which.
func TestANameBesideOneHalfOfIt(t *testing.T) {
	for table, want := range map[string]string{
		"Name;Vorname;E-Mail\nStein;Klara;klara@blatt.example\nLind;;bo@blatt.example\n":                    "email,name\nklara@blatt.example,Klara Stein\nbo@blatt.example,Lind",
		"Naam;Voornaam;E-mail\nde Vries;Jan;jan@blad.example\n":                                             "email,name\njan@blad.example,Jan de Vries",
		"Name,Surname,Email\nAna,Ruiz,ana@tide.example\n":                                                   "email,name\nana@tide.example,Ana Ruiz",
		"Name,First Name,Email\nAna Ruiz,Ana,ana@tide.example\n\"Lind, Bo\",BO,bo@tide.example\n":           "email,name\nana@tide.example,Ana Ruiz\nbo@tide.example,Bo Lind",
		"Full name,Last name,Email\nAna Ruiz,Ruiz,ana@tide.example\n,Lind,bo@tide.example\n":                "email,name\nana@tide.example,Ana Ruiz\nbo@tide.example,Lind",
		"Name,First Name,Email\nAna,Ana,ana@tide.example\nLind,Bo,bo@tide.example\nX,Cy,cy@tide.example\n":  "email,name\nana@tide.example,Ana Ana\nbo@tide.example,Bo Lind\ncy@tide.example,Cy X",
		"Name,First Name,Email\nAna Ruiz,Ana,ana@tide.example\nLind,Bo,bo@tide.example\n":                   "email,name\nana@tide.example,Ana Ruiz\nbo@tide.example,Lind",
		"Name,First Name,Last Name,Email\nA. Ruiz,Ana,Ruiz,ana@tide.example\n":                              "email,name\nana@tide.example,Ana Ruiz",
		"Name,First Name,Email\nAna,,ana@tide.example\n,Bo,bo@tide.example\nRuiz Ana,Ana,cy@tide.example\n": "email,name\nana@tide.example,Ana\nbo@tide.example,Bo\ncy@tide.example,Ruiz Ana",
	} {
		if got := read(t, "x.csv", table, ""); got != want {
			t.Errorf("%q: got\n%s\nwant\n%s", table, got, want)
		}
	}
	table, err := Open("x.csv", []byte("Name,Vorname,E-Mail\nStein,Klara,klara@blatt.example\n"), "")
	if err != nil {
		t.Fatal(err)
	}
	r, err := Understand(table, map[string]string{"Name": "name"})
	if err != nil {
		t.Fatal(err)
	}
	if c := r.Columns[1]; r.Columns[0].Says() != "→ name" || r.Columns[0].As() != "name" || c.Says() != "→ name (first name)" || c.As() != "first name" {
		t.Errorf("where somebody has said that it is the whole name: %+v", r.Columns)
	}
}

// A cell with nothing in it but signs that nobody sees is an empty one, in each kind of column.
func TestACellOfSignsThatNobodySees(t *testing.T) {
	const table = "Email,Name,First name,Last name,Phone,Mobile,Language,Format,Priority,Added,Beats,Embargo,Time zone,Country,Email 2,Unsubscribed\n" +
		"ana@tide.example,\x01,\x01,\x01,\x01,\x01,\x01,\x01,\x01,\x01,\x01,\x01,\x01,\x01,\x01,\x01\n"
	if got := whole(t, "x.csv", table, ""); got != "email\nana@tide.example" {
		t.Errorf("got\n%s", got)
	}
}
