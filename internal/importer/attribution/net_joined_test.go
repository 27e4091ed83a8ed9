package attribution

import (
	"strings"
	"testing"
)

// TestBodiesRightBeforeNames divides an office with what it is of from the name right behind that.
func TestBodiesRightBeforeNames(t *testing.T) {
	t.Parallel()
	const rives = "Fiumi Vivi cresce."
	for _, c := range [][4]string{
		{"it", "la consigliera di Fiumi Vivi Anna Serra", rives, "Anna Serra|consigliera|Fiumi Vivi"},
		{"it", "consigliera dell’Istituto Vivo Anna Serra", "Istituto Vivo.", "Anna Serra|consigliera|Istituto Vivo"},
		{"es", "la directora de la Ríos Vivos Ana Ruiz", "Ríos Vivos.", "Ana Ruiz|directora|Ríos Vivos"},
		{"pt", "a diretora da Rios Vivos Ana Vale", "Rios Vivos.", "Ana Vale|diretora|Rios Vivos"},
		{"pt", "a diretora do Rios Vivos Ana Vale., ", "Rios Vivos.", "Ana Vale|diretora|Rios Vivos"},
		{"it", "la consigliera del Fiumi Vivi Anna Serra", rives, "Anna Serra|consigliera|Fiumi Vivi"},
		{"it", "la consigliera della Fiumi Vivi Anna Serra", rives, "Anna Serra|consigliera|Fiumi Vivi"},
		{"it", "il consigliere dello Fiumi Vivi Anna Serra", rives, "Anna Serra|consigliere|Fiumi Vivi"},
		{"fr", "la consigliera di Fiumi Vivi Anna Serra", rives, ""},
		{"it", "la pittrice di Fiumi Vivi Anna Serra", rives, ""},
		{"it", "la consigliera di Fiumi Vivi Museo Serra", rives, ""},
		{"it", "la consigliera di Fiumi Vivi Anna Direttrice", rives, ""},
		{"it", "la consigliera di Fiumi Anna Serra", "Fiumi cresce.", ""},
		{"it", "la consigliera di Fiumi Vivi Anna Serra", "Con Fiumi Vivi Anna Serra.", ""},
		{"it", "la consigliera di Fiumi Vivi Anna Serra", "", ""},
		{"it", "la consigliera di Fiumi oggi Vivi Anna Serra", "Fiumi oggi Vivi.", ""},
		{"es", "la directora de Ministerio de Marlow Ana Ruiz", "", "Ana Ruiz|directora|Ministerio de Marlow"},
		{"es", "la directora de Barca de Marlow Ana Ruiz", "", ""},
		{"es", "la directora de Ministerio Otro Marlow Ana Ruiz", "", ""},
		{"es", "la directora de Ministerio de Marlow Alto Ana Ruiz", "", ""},
		{
			"es", "el catedrático de Derecho Civil de la Universidad de Marlow Ana Ruiz", "",
			"Ana Ruiz|catedrático de Derecho Civil|Universidad de Marlow",
		},
		{"it", "la consigliera di Fiumi Vivi Anna Serra, pittrice", rives, "Anna Serra|consigliera|Fiumi Vivi"},
		{"it", "la consigliera di Fiumi Vivi Anna Serra, pittrice, madre", rives, "Anna Serra|consigliera|Fiumi Vivi"},
		{"it", "la consigliera di Fiumi Vivi Anna Serra, pittrice, madre, nonna", rives, ""},
		{"it", "la consigliera di Fiumi Vivi Anna Serra,", rives, "Anna Serra|consigliera|Fiumi Vivi"},
	} {
		if got := foundBy(paragraphsIn(c[0], c[2]).bodyThenName(c[1])); got != c[3] {
			t.Errorf("%s %s: %q", c[0], c[1], got)
		}
	}
	for _, whole := range strings.Fields("Universidad Universidade Università Instituto Istituto Hospital Ospedale") {
		for _, link := range []string{" de la ", " del ", " da ", " do ", " della ", " dell’", " dell'"} {
			phrase := "catedrático de Derecho" + link + whole + " di Marlow Ana Ruiz"
			if m := overBody.FindStringSubmatch(phrase); m == nil || m[1] != "catedrático de Derecho" || m[2] != whole+" di Marlow" {
				t.Errorf("%s: %q", phrase, m)
			}
		}
	}
}

// TestBodiesBeforeTheirOffice reads whose office follows behind a comma in Spanish.
func TestBodiesBeforeTheirOffice(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"es", "Desde Ríos Vivos, su presidenta Ana Ruiz", "Ana Ruiz|presidenta|Ríos Vivos"},
		{"es", "Por la Ríos Vivos, su presidenta Ana Ruiz", "Ana Ruiz|presidenta|Ríos Vivos"},
		{"es", "Por el Ríos Vivos, su presidenta Ana Ruiz", "Ana Ruiz|presidenta|Ríos Vivos"},
		{"pt", "Desde Ríos Vivos, su presidenta Ana Ruiz", ""},
		{"es", "Desde Ríos Vivos ayer noche, su presidenta Ana Ruiz", ""},
		{"es", "Desde Ríos Vivos, su presidenta de Lagos Ana Ruiz", ""},
		{"es", "Desde Ríos Vivos, su querida Ana Ruiz", ""},
		{"es", "Desde Ríos Vivos, la presidenta Ana Ruiz", ""},
		{"es", "Hacia Ríos Vivos, su presidenta Ana Ruiz", ""},
		{"es", "Desde Ríos Vivos, su presidenta del Museo Faros", ""},
	} {
		if got := foundBy(drafted(c[0]).fromTheirs(c[1])); got != c[2] {
			t.Errorf("%s %s: %q", c[0], c[1], got)
		}
	}
}

// TestNamesWithoutWhatStandsWithin takes a byname in marks and Polish degrees off.
func TestNamesWithoutWhatStandsWithin(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"es", "Omar «el Tano» Rivas", "Omar Rivas"},
		{"es", "Omar “la Tana” Rivas", "Omar Rivas"},
		{"pt", "Omar \"o Tano\" Rivas", "Omar Rivas"},
		{"pt", "Omar «a Tana» Rivas", "Omar Rivas"},
		{"it", "Omar «il Tano» Rivas", "Omar Rivas"},
		{"en", "Omar «el Tano» Rivas", "Omar «el Tano» Rivas"},
		{"es", "Omar «Tano» Rivas", "Omar «Tano» Rivas"},
	} {
		if got := drafted(c[0]).byAnotherName(c[1]); got != c[2] {
			t.Errorf("%s: %q", c[1], got)
		}
	}
	for _, degree := range strings.Split("dr med., dr hum., dr ekon., dr techn., dr farm., dr społ., prof. dr med., dr hab. med., "+
		"dr n. med., prof. dr hab. n. hum.", ", ") {
		for _, before := range []string{"", "mówi "} {
			if got := drafted("pl").withoutDegree(before + degree + " Anna Ruiz"); got != before+"Anna Ruiz" {
				t.Errorf("%s: %q", degree, got)
			}
			if got := drafted("cs").withoutDegree(before + degree + " Anna Ruiz"); got != before+degree+" Anna Ruiz" {
				t.Errorf("%s in Czech: %q", degree, got)
			}
		}
	}
	for _, s := range []string{"dr Anna Ruiz", "dr n. med. anna", "xdr med. Anna"} {
		if got := drafted("pl").withoutDegree(s); got != s {
			t.Errorf("%s: %q", s, got)
		}
	}
}

// TestSurnamesBehindAJoinedOffice finds somebody who is known by the surname.
func TestSurnamesBehindAJoinedOffice(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"de", "Tidewerk-Sprecher Osten", "Jan Osten"},
		{"nl", "Tidewerk-woordvoerder Osten", "Jan Osten"},
		{"de", "Tidewerk-Hafenleiter Osten", "Jan Osten"},
		{"de", "Tidewerk-Chef Osten", "Jan Osten"},
		{"fr", "Tidewerk-Sprecher Osten", ""},
		{"de", "Tidewerk-Barke Osten", ""},
		{"de", "Tidewerk-Sprecher Kahl", ""},
		{"de", "Tidewerk Sprecher Osten", ""},
		{"nl", "Tidewerk-Referatsleiter Osten", "Jan Osten"},
		{"nl", "Tidewerk-barkas Osten", ""},
	} {
		d := drafted(c[0])
		d.Known = []Speaker{{Name: "Jan Osten"}}
		if who, ok := d.behindCompound(c[1]); ok != (c[2] != "") || who.Ok != ok || who.Name != c[2] {
			t.Errorf("%s %s: %q, %t", c[0], c[1], who.Name, ok)
		}
	}
}

// TestNamesWithVonBehindThem takes the word for whose somebody is where that is a body.
func TestNamesWithVonBehindThem(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"de", "Ana Ruiz von Flussbund Marlow", "Ana Ruiz||Flussbund Marlow"},
		{"nl", "Ana Ruiz van Oeverkring", "Ana Ruiz||Oeverkring"},
		{"fr", "Ana Ruiz von Flussbund", ""},
		{"de", "Marlow Verein von Osten", ""},
		{"de", "Sprecherin Ruiz von Flussbund", "Ruiz|Sprecherin|Flussbund"},
		{"de", "Hafenleiterin Ruiz von Flussbund", "Ruiz|Hafenleiterin|Flussbund"},
		{"de", "Sprecherin Ruiz von Osten", ""},
		{"de", "Ana Ruiz von Osten, Marlow", ""},
		{"de", "Ana Ruiz vom Flussbund", ""},
		{"de", "Ana von Osten", ""},
	} {
		if got := foundBy(drafted(c[0]).behindVon(c[1])); got != c[2] {
			t.Errorf("%s %s: %q", c[0], c[1], got)
		}
	}
	for _, c := range [][3]string{
		{"fr", "Ana Ruiz d’XR Marlow", "Ana Ruiz||XR Marlow"},
		{"fr", "Ana Ruiz d'Osier Vert", "Ana Ruiz||Osier Vert"},
		{"es", "Ana Ruiz d’XR Marlow", ""},
		{"fr", "Musée Ruiz d’XR Marlow", ""},
		{"fr", "Directrice Ruiz d’XR Marlow", ""},
		{"fr", "Ana Ruiz d’XR hier soir", ""},
		{"fr", "Ana Ruiz d’XR, Marlow", ""},
		{"fr", "Ana d’XR", ""},
	} {
		if got := foundBy(drafted(c[0]).behindElided(c[1])); got != c[2] {
			t.Errorf("%s %s: %q", c[0], c[1], got)
		}
	}
}
