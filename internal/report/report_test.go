package report

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"pressroom/internal/delivery"
	"pressroom/internal/embargo"
	"pressroom/internal/expect"
	"pressroom/internal/language"
	"pressroom/internal/release"
	"pressroom/internal/verify/pdftext"
)

// everything is a report in which there is something of all.
func everything() *Report {
	zone := time.FixedZone("PDT", -7*3600)
	at := time.Date(2026, 7, 26, 9, 0, 0, 0, zone)
	r := &Report{
		Slug: "harbor", Language: "en", Headline: "Eleven groups ask for <every> test", Out: at, At: at.AddDate(0, 0, 20),
		Mailings: []Mailing{
			{Kind: embargo.Advance, Accepted: 12},
			{Kind: embargo.Release, Accepted: 812, InDoubt: 1, Waiting: 2, Failed: 9, NotMailed: 14},
			{Kind: embargo.Correction, Accepted: 811, Failed: 1},
			{Kind: embargo.Withdrawal, Accepted: 3},
			{Kind: embargo.Notice, Accepted: 4},
		},
		CameBack: 3, Left: 5,
		Forms: []Form{{"page", 4021, 310}, {"pdf", 120, 2}, {"docx", 9, 0}, {"txt", 1, 0}, {"json", 0, 4}, {"eml", 2, 0}, {"files", 33, 1}, {"media", 41, 0}},
		Corrections: []Correction{
			{release.GradeNote, at.Add(time.Hour), map[string]string{"en": "A comma."}},
			{release.GradeUpdate, at.Add(2 * time.Hour), nil},
			{release.GradeCorrection, at.Add(3 * time.Hour), map[string]string{"en": "3.1, not 3.2.", "es": "3,1 y no 3,2."}},
			{release.GradeHold, at.Add(4 * time.Hour), nil},
			{release.GradeHoldEnd, at.Add(5 * time.Hour), nil},
			{release.GradeWithdrawal, at.Add(6 * time.Hour), map[string]string{"en": "It is not so."}},
		},
		Quoted: []Quoted{{"River Alliance", 2}, {"Bay Union", 0}},
		Coverage: []Piece{
			{"https://gazette.example/x?a=1&b=2", "Gazette & Sons", "2026-07-27", []string{"River Alliance", "Bay Union"}},
			{"https://radio.example/x", "Radio", "2026-07-30", nil},
		},
		issuer: release.Organization{Name: "Open Harbor", URL: "https://harbor.example", Color: "#0b5a76"},
		assets: release.Assets{}, titles: map[string]string{"en": "Eleven groups ask for <every> test", "es": "Once grupos piden todos los análisis"},
	}
	for _, c := range delivery.Causes {
		r.Causes = append(r.Causes, Cause{c, 2})
	}
	for i := range 20 {
		r.Days = append(r.Days, Day{at.AddDate(0, 0, i).Format(time.DateOnly), 100 - i})
	}
	return r
}

// The whole of it, as those read it who get it.
func TestAReportInEachOfItsForms(t *testing.T) {
	for _, tag := range []string{"en", "es"} {
		r, cat := everything(), language.Of(tag)
		expect.File(t, tag+".golden.txt", string(r.Text(cat)))
		page, err := r.HTML(cat, "/* style */")
		if err != nil {
			t.Fatal(err)
		}
		expect.File(t, tag+".golden.html", string(page))
		data, err := r.PDF(cat, nil)
		if err != nil {
			t.Fatal(err)
		}
		read, err := pdftext.Read(data)
		if err != nil {
			t.Fatal(err)
		}
		expect.File(t, tag+".pdf.golden.txt", strings.Join(read.Paragraphs, "\n")+"\n\n"+strings.Join(read.Running, "\n")+"\n")
		again, err := r.PDF(cat, nil)
		if err != nil || !bytes.Equal(data, again) {
			t.Errorf("%s: the same report is another PDF, %v", tag, err)
		}
	}
	data, err := everything().JSON()
	if err != nil {
		t.Fatal(err)
	}
	expect.File(t, "report.golden.json", string(data))
}

// One of which there is nothing to tell.
func TestAReportOnNothing(t *testing.T) {
	at := time.Date(2026, 7, 26, 9, 0, 0, 0, time.UTC)
	r := &Report{Slug: "x", Language: "en", Headline: "X", Out: at, At: at, issuer: release.Organization{Name: "Y", Layout: release.LayoutUK}}
	expect.File(t, "nothing.golden.txt", string(r.Text(language.Of("en"))))
	data, err := r.Form(".JSON", language.Of("en"), "", nil)
	if err != nil || strings.Contains(string(data), "null") {
		t.Errorf("a list of nothing is null: %v\n%s", err, data)
	}
	if _, err := r.Form(".doc", language.Of("en"), "", nil); err == nil {
		t.Error("it is written as .doc")
	}
}

// Every language has words for it, or English ones, and can be set.
func TestAReportInEveryLanguage(t *testing.T) {
	for _, tag := range language.Known() {
		r, cat := everything(), language.Of(tag)
		if text := string(r.Text(cat)); strings.ContainsAny(text, "{}") || !strings.Contains(text, "4021") {
			t.Errorf("%s:\n%s", tag, text)
		}
	}
}
