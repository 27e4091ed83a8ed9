package heading

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	for heading, want := range map[string]Field{
		"E-Mail": Email, "e mail": Email, "EMAIL ADDRESS": Email, "Dirección de correo electrónico": Email, "Adresse de messagerie": Email,
		"First Name": FirstName, "FIRSTNAME": FirstName, "Prénom": FirstName, "prenom": FirstName, "Vorname": FirstName,
		"Nachname": LastName, "Apellidos": LastName, "tussenvoegsel": MiddleName,
		"Topics": Beats, "Ressort": Beats, "Média": Outlet, "Agreed to embargo?": Embargo, "Sperrfrist": Embargo,
		"Sperrfrist akzeptiert": Embargo, "Hält Sperrfristen ein": Embargo, "Respecte l’embargo ?": Embargo, "Embargo accepté": Embargo,
		"Acepta el embargo": Embargo, "EMBARGO OK": Embargo, "Honours embargoes": Embargo, "Embargo akkoord": Embargo,
		"Embargo until": "", "Sperrfrist gebrochen": "", "no embargo": "", "Embargo abgelehnt": "",
		"tier": "", "": "", strings.Repeat("email", 100): "",
		"E-mail (required)": Email, "[x] E-mail": Email, "(required)": "", "tier (required)": "",
		"Outlet / Publication": Outlet, "Outlet/Publication": Outlet, "Outlet or Publication": Outlet, "Medium oder Publikation": Outlet, "Outlet (a)or Publication": Outlet,
		"Téléphone ou Phone": Phone, "Telefono o Phone": Phone, "Naam of Name": Name, "Phone OR Telefono / Téléphone": Phone,
		"Name / Outlet": "", "Name or tier": "", "tier or Name": "", "Name or Nombre or Outlet": "", "Name /": Name,
		"email (" + strings.Repeat("x", 192) + ")": Email, "email (" + strings.Repeat("x", 193) + ")": "",
	} {
		if got := Of(heading); got != want {
			t.Errorf("%q is %q, not %q", heading, got, want)
		}
	}
}

func TestColumn(t *testing.T) {
	for field, want := range map[Field]string{Email: "email", FirstName: "name", LastName: "name", Beats: "beats", Phone: "", Left: "", "": ""} {
		if got := field.Column(); got != want {
			t.Errorf("%q belongs in %q, not %q", field, got, want)
		}
	}
}

// TestEachHeadingMeansOneThing: a word that stands under two fields would mean
// whichever comes last.
func TestEachHeadingMeansOneThing(t *testing.T) {
	seen := map[string]string{}
	for i, line := range strings.Split(headings, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		field, names, ok := strings.Cut(line, ":")
		if !ok || strings.TrimSpace(field) != field || field == "" {
			t.Errorf("headings.txt:%d: %q names no field", i+1, line)
			continue
		}
		for _, name := range strings.Split(names, ",") {
			key := fold(name)
			if other, twice := seen[key]; twice && other != field {
				t.Errorf("%q is %s and %s", strings.TrimSpace(name), other, field)
			}
			if key == "" {
				t.Errorf("%s has an empty heading", field)
			}
			seen[key] = field
		}
	}
}

func TestColumnName(t *testing.T) {
	for head, want := range map[string]string{
		"Email": "email", "first name": "first_name", "  First   name ": "first_name", "e-mail": "e_mail", "Tel./Fax": "tel_fax",
		"Prénom": "prenom", "Straße": "strasse", "Données clés": "donnees_cles", "2024": "_2024", "2nd desk": "_2nd_desk", "_own": "_own", "own_": "own_",
		"a_b": "a_b", "a__b": "a__b", "(beat)": "beat", "メール": "", "-": "", "": "", "naïve’s": "naives", "I\u0307zmir": "izmir",
		"a": "a", "z": "z", "0": "_0", "9": "_9", "2": "_2", "a0": "a0", "a9": "a9", "a{b`c:d": "abcd", "a/b": "a_b", "a.b": "a_b", "a,b": "ab", "a\tb": "a_b", "ẞ": "ss", "a-": "a",
	} {
		if got := ColumnName(head); got != want {
			t.Errorf("%q is called %q, want %q", head, got, want)
		}
	}
}

func TestNear(t *testing.T) {
	for head, want := range map[string]Field{
		"Oulet": Outlet, "Outllet": Outlet, "Otulet": Outlet, "0utlet": Outlet, "Emial": Email, "langauge": Language, "Sprasche": Language,
		"Outlet": "", "rating": "", "tier": "", "x": "", "tel2": "", "naem": Name, "": "", strings.Repeat("email", 20): "",
	} {
		if got := Near(head); got != want {
			t.Errorf("%q is like a heading of %q, not %q", head, got, want)
		}
	}
}

func TestOneSlipOfAFinger(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"abcd", "abcd", false},
		{"abc", "abcd", true},
		{"bcd", "abcd", true},
		{"acd", "abcd", true},
		{"ab", "abcd", false},
		{"abx", "abcd", false},
		{"abcd", "abcx", true},
		{"abcd", "xbcd", true},
		{"abcd", "axcd", true},
		{"abcd", "axxd", false},
		{"abcd", "bacd", true},
		{"abcd", "abdc", true},
		{"abcd", "acbd", true},
		{"abcd", "acbx", false},
		{"abcd", "acxd", false},
		{"abcd", "badc", false},
		{"ab", "ba", true},
		{"a", "b", true},
		{"", "a", true},
		{"", "", false},
	} {
		if slip(c.a, c.b) != c.want || slip(c.b, c.a) != c.want {
			t.Errorf("%q and %q: want %t", c.a, c.b, c.want)
		}
	}
}

func TestHeadingsThatAreAlike(t *testing.T) {
	for s, want := range map[string]string{"E-Mail-Adresse": "emailadresse", "e mail, ADRESSE!": "emailadresse", "Straße": "strasse", "Prénom 2": "prenom2", "メール": "メール", "_": ""} {
		if got := fold(s); got != want {
			t.Errorf("%q is %q, want %q", s, got, want)
		}
	}
	for word, want := range map[string]Field{"emai": Email, "eml": "", strings.Repeat("x", 60): "", strings.Repeat("x", 61): ""} {
		if got := Near(word); got != want {
			t.Errorf("%q is near %q, want %q", word, got, want)
		}
	}
}

// Which columns of a press list hold what.
func TestTheColumnOfEachField(t *testing.T) {
	fields := make(map[string]bool)
	for _, line := range strings.Split(headings, "\n") {
		if field, _, ok := strings.Cut(line, ":"); ok && line[0] != '#' {
			fields[field] = true
		}
	}
	var own, others []string
	for _, f := range slices.Sorted(maps.Keys(fields)) {
		if c := Field(f).Column(); c == f {
			own = append(own, f)
		} else {
			others = append(others, f+" "+c)
		}
	}
	if got, want := strings.Join(own, ", "), "added, attachments, basis, beats, email, embargo, format, language, name, outlet, priority, region, source, tags, timezone"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got, want := strings.Join(others, ","), "city ,consent ,country ,department ,first name name,further email ,ignored ,last name name,left ,middle name name,mobile ,notes ,phone ,salutation ,status ,subscribed ,title ,twitter ,website "; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
