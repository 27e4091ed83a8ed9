package attribution

import (
	"strings"
	"testing"
)

// TestTheOneBodyOfTheSentenceBefore finds it in the sentence before the one in which somebody stands.
func TestTheOneBodyOfTheSentenceBefore(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"es", "En mayo llegó la Asociación Faros.", "Asociación Faros"},
		{"es", "En mayo llegó la Asociación Faros. Su presidenta Ana Ruiz pinta.", "Asociación Faros"},
		{"es", "En mayo llegó la Asociación Faros. Llueve. Su presidenta Ana Ruiz pinta.", ""},
		{"es", "", ""},
		{"es", "En mayo llegó la asociación.", ""},
		{"es", "En mayo llegó la Asociación.", ""},
		{"es", "En mayo llegó la Asociación Faros con la Asociación Lagos.", ""},
		{"es", "En mayo llegó la Asociación Faros, y por la tarde la Asociación Faros.", "Asociación Faros"},
		{"es", "En mayo llegó la Barca Marlow.", "Barca Marlow"},
		{"es", "En mayo llegó Barca Marlow.", ""},
		{"es", "En mayo llegó Barca Marlow SA a puerto.", "Barca Marlow SA"},
		{"fr", "Hier est venue l’Oseraie Vive.", "Oseraie Vive"},
		{"es", "En mayo llegó la Presidenta Faros.", ""},
		{"es", "En mayo llegó la Presidenta Asociación.", ""},
		{"es", "Last, en mayo, llegó la Barca Marlow.", "Barca Marlow"},
		{"es", "La Marlow Committees, en mayo.", ""},
		{"es", "La Barca Marlow la vieron llegar los remeros, en mayo.", "Barca Marlow"},
		{"es", strings.Repeat(" “", 61) + "En mayo llegó la Asociación Faros.", ""},
		{"es", "En mayo llegó la Barca Marlow ong 1998.", ""},
		{"es", "En mayo llegó la asociación Marlow Altos.", ""},
		{"es", "En mayo llegó la Asociación faros azules.", "Asociación faros azules"},
		{"es", "En mayo llegó Asociación Faros.", "Asociación Faros"},
		{"es", "En mayo llegó Barca Marlow SL.", "Barca Marlow SL"},
		{"de", "Am Abend kam die Barke Marlow.", ""},
		{"nl", "Het is de Oude Boot.", "Oude Boot"},
	} {
		d := drafted(c[0])
		d.since = c[1]
		if got := d.bodyBefore("Ana Ruiz", "su"); got != c[2] {
			t.Errorf("%s %.80s: %q", c[0], c[1], got)
		}
	}
	d := drafted("es")
	d.Known = []Speaker{{Name: "Eva Vale", Org: "Lagos"}, {Name: "Ana Ruiz", Org: "?"}, {Name: "Ana Ruiz", Org: "Faros"}}
	if got := d.theirOwn("Ana Ruiz", "su"); got != "Faros" {
		t.Errorf("%q", got)
	}
	d.since = "En mayo llegó la Asociación Ríos."
	for _, name := range []string{"Ana Ruiz", "Tom Reed"} {
		if got := d.theirOwn(name, "su"); got != "Asociación Ríos" {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// TestOfficesBehindANameOfTheOneBefore reads somebody with an office of an organisation of which the sentence before tells.
func TestOfficesBehindANameOfTheOneBefore(t *testing.T) {
	t.Parallel()
	const before = "En mayo llegó la Asociación Faros."
	for _, c := range [][4]string{
		{"es", "Ana Ruiz, su presidenta", before, "Ana Ruiz|presidenta|Asociación Faros"},
		{"es", "Ana Ruiz, su presidenta", "", "Ana Ruiz|presidenta|?"},
		{"es", "Ana Ruiz, su Presidenta", before, "Ana Ruiz|Presidenta|Asociación Faros"},
		{"es", "Ana Ruiz, su pintora", before, ""},
		{"es", "Ruiz, su presidenta", before, ""},
		{"es", "Museo Faros, su presidenta", before, ""},
		{"en", "Ana Ruiz, su presidenta", before, ""},
		{"es", "Ana Ruiz, la presidenta", before, ""},
		{"es", "Ana Ruiz, su presidenta, ayer", before, ""},
	} {
		d := drafted(c[0])
		d.since = c[2]
		if got := foundBy(d.ofThemAfter(c[1])); got != c[3] {
			t.Errorf("%s %s: %q", c[0], c[1], got)
		}
	}
	for _, theirs := range strings.Split("deren, dessen, ihr, ihre, sein, seine, son, sa, leur, su, suo, sua, il suo, la sua, "+
		"seu, o seu, a sua, zijn, haar, hun", ", ") {
		if who, ok := drafted("es").ofThemAfter("Ana Ruiz, " + theirs + " presidenta"); !ok || who.Unsure != noneWith(theirs) {
			t.Errorf("%s: %t, %q", theirs, ok, who.Unsure)
		}
	}
}

// TestBodiesThatAGermanPronounCanMean tells them by the gender of the noun and the article.
func TestBodiesThatAGermanPronounCanMean(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		sentence, theirs, org string
		ok                    bool
	}{
		{"Nun tagt die Stiftung „Ufer“.", "deren", "Stiftung „Ufer“", true},
		{"Nun tagt die Stiftung Ufer.", "ihre", "Stiftung Ufer", true},
		{"Nun tagt die Stiftung Ufer.", "dessen", "", false},
		{"Nun tagt der Verein Ufer.", "dessen", "Verein Ufer", true},
		{"Nun tagt der Verein Ufer.", "deren", "", false},
		{"Nun tagt die Barke Ufer.", "deren", "", false},
		{"Nun tagt die Hafenwacht.", "deren", "Hafenwacht", true},
		{"Nun tagt die Stiftung.", "deren", "", false},
		{"Nun tagt die Organisation Ufer.", "deren", "Organisation Ufer", true},
		{"Nun tagt die Akademie Ufer.", "deren", "Akademie Ufer", true},
		{"Nun tagt die Akademie.", "deren", "", false},
		{"Nun tagt die Organisation.", "deren", "", false},
		{"Nun kommt die Spedition Ufer & Söhne.", "deren", "Spedition Ufer & Söhne.", true},
		{"Nun kommt die Spedition Ufer GmbH heran.", "deren", "Spedition Ufer GmbH", true},
		{"Nun kommt die Spedition Ufer heran.", "deren", "", false},
		{"Nun kommt die Barke Ufer & Söhne heran.", "deren", "", false},
		{"Nun kommt die Barke Ufer GmbH heran.", "deren", "Barke Ufer GmbH", false},
		{"Nun redet die Sprecherin des Hafenvereins.", "dessen", "Hafenverein", true},
		{"Nun redet sie beim Hafenverein.", "dessen", "Hafenverein", true},
		{"Nun redet sie vom Hafenverein.", "dessen", "Hafenverein", true},
		{"Nun redet die Sprecherin der Hafenwacht.", "deren", "Hafenwacht", true},
		{"Nun redet das Institut Ufer.", "dessen", "Institut Ufer", true},
		{"Nun ruft sie den Organisation Ufer.", "deren", "Organisation Ufer", true},
		{"Nun redet das Initiative Ufer.", "deren", "", false},
		{"Nun redet sie wegen des Initiative Ufer.", "deren", "", false},
		{"Nun redet sie mit dem Initiative Ufer.", "deren", "", false},
		{"Nun redet sie vom Initiative Ufer.", "deren", "", false},
		{"Nun redet sie beim Initiative Ufer.", "deren", "", false},
		{"Nun redet sie zum Initiative Ufer.", "deren", "", false},
		{"Nun redet sie zur Initiative Ufer.", "deren", "Initiative Ufer", true},
		{"Nun kommt die Leitung Ufer & Söhne heran.", "deren", "", false},
		{"Nun kommt die Leitung Ufer GmbH heran.", "deren", "", false},
		{"Nun redet das Institut Stiftung Ufer.", "deren", "", false},
		{"Nun tagt die Stiftung Ufer und die Stiftung Wehr.", "deren", "", true},
		{"Nun tagt die Stiftung Ufer und bald die Stiftung Ufer.", "deren", "Stiftung Ufer", true},
		{"Nun tagt die Stiftung Ufer und der Verein Wehr.", "deren", "Stiftung Ufer", true},
		{"Nun tagt die Stiftung Ufer und der Verein Wehr.", "dessen", "Verein Wehr", true},
	} {
		org, ok := drafted("de").theirGermanBody(c.sentence, c.theirs)
		if ok != c.ok || ok && org != c.org {
			t.Errorf("%s %s: %q, %t", c.sentence, c.theirs, org, ok)
		}
	}
	for _, end := range strings.Fields(`schaft ung ion ei heit initiative wacht wehr kammer agentur universität schule bank gruppe liga
		firma stadt gemeinde akademie klinik kasse behörde allianz`) {
		noun := "Kai" + end
		if !feminine.MatchString(noun) || feminine.MatchString(noun+"x") {
			t.Errorf("%s is of another gender", noun)
		}
	}
	for _, end := range strings.Fields(`verband verein bund bündnis stiftung gewerkschaft genossenschaft netzwerk gesellschaft kammer
		wacht klinikum institut initiative museum theater klub club werk`) {
		for noun, want := range map[string]bool{
			"Kai" + end: true, "Kai" + end + "s": true, "Kai" + end + "es": true,
			"Ka" + end: end == "netzwerk", "Kai" + end + "x": false,
		} {
			if soleBody.MatchString(noun) != want {
				t.Errorf("%s: %t", noun, !want)
			}
		}
	}
	for _, end := range strings.Fields(`spedition firma reederei werft brauerei bäckerei druckerei kanzlei agentur molkerei gärtnerei
		bank klinik schule hochschule universität akademie`) {
		org, ok := drafted("de").theirGermanBody("Nun kommt die Kai"+end+" Ufer & Partner heran.", "deren")
		if want := feminine.MatchString(end); ok != want || want && org != "Kai"+end+" Ufer & Partner" {
			t.Errorf("%s: %q, %t", end, org, ok)
		}
	}
	for _, marks := range []string{"„Ufer“", "»Ufer«", "“Ufer”", "\"Ufer\""} {
		if org, _ := drafted("de").theirGermanBody("Nun tagt die Stiftung "+marks+".", "deren"); org != "Stiftung "+marks {
			t.Errorf("%s: %q", marks, org)
		}
	}
}

// TestBodiesThatAFrenchPronounCanMean finds the first of a sentence, or the only one.
func TestBodiesThatAFrenchPronounCanMean(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		sentence, org string
		ok            bool
	}{
		{"La fondation Rives vote avec le comité Ports.", "fondation Rives", true},
		{"Hier la fondation Rives a voté avec le comité Ports.", "", true},
		{"Hier la fondation Rives a voté, puis la fondation Rives.", "fondation Rives", true},
		{"Hier la fondation Rives a voté.", "fondation Rives", true},
		{"Hier la ligue Rives a voté.", "ligue Rives", true},
		{"Hier le réseau Rives a voté.", "réseau Rives", true},
		{"Hier la barque Rives a voté.", "", false},
		{"Hier l’entreprise Rives a voté.", "entreprise Rives", true},
		{"Hier l'entreprise « Rives » a voté.", "entreprise « Rives »", true},
		{"Hier l’association de quartier Rives a voté.", "association de quartier Rives", true},
		{"Hier du comité régional Rives de la Mer.", "comité régional Rives de la Mer", true},
		{"Hier au cabinet Rives.", "cabinet Rives", true},
	} {
		if org, ok := drafted("fr").theirFrenchBody(c.sentence); org != c.org || ok != c.ok {
			t.Errorf("%s: %q, %t", c.sentence, org, ok)
		}
	}
	for _, noun := range strings.Fields("union office club ligue groupement confédération groupe société coordination") {
		if org, _ := drafted("fr").theirFrenchBody("Hier vint (le " + noun + " Rives)."); org != noun+" Rives" {
			t.Errorf("%s: %q", noun, org)
		}
	}
	for _, tag := range []string{"es", "en", "nl"} {
		for _, sentence := range []string{"La fondation Rives vote.", "Nun tagt die Stiftung Ufer."} {
			if org, ok := drafted(tag).theirBody(sentence, "deren"); org != "" || ok {
				t.Errorf("%s %s: %q", tag, sentence, org)
			}
		}
	}
	if org, ok := drafted("de").theirBody("Nun tagt die Stiftung Ufer.", "Deren"); org != "Stiftung Ufer" || !ok {
		t.Errorf("%q", org)
	}
	if org, ok := drafted("fr").theirBody("La fondation Rives vote.", "son"); org != "fondation Rives" || !ok {
		t.Errorf("%q", org)
	}
}
