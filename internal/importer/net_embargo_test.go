package importer

import (
	"strings"
	"testing"
	"time"

	"pressroom/internal/importer/prose"
	"pressroom/internal/importer/when"
)

// TestWhatSpeaksOfATimeOfRelease reads texts by what they say of their time, whether they are lines, and where they stand.
func TestWhatSpeaksOfATimeOfRelease(t *testing.T) {
	t.Parallel()
	day := []when.Day{{Year: 2026, Month: 12, Day: 4}}
	const line, head = 1, 2
	for _, c := range []struct {
		r      when.Reading
		text   string
		stands int
		want   bool
		at     bool
	}{
		{r: when.Reading{Immediate: true, Leads: true, Hour: true}, stands: line, want: true, at: true},
		{r: when.Reading{Immediate: true, Leads: true}, stands: line, at: true},
		{r: when.Reading{Immediate: true, Hour: true}, stands: line},
		{r: when.Reading{Immediate: true, Leads: true, Hour: true}},
		{r: when.Reading{Immediate: true, Leads: true, Embargo: true}, stands: line, want: true},
		{r: when.Reading{Open: true, Leads: true, Hour: true}, stands: line, want: true},
		{r: when.Reading{Open: true, Leads: true}, stands: line | head, want: true},
		{r: when.Reading{Open: true, Leads: true}, stands: line},
		{r: when.Reading{Open: true, Outright: true, Hour: true}, stands: line | head},
		{r: when.Reading{Open: true, Outright: true, Leads: true, Hour: true}, stands: head},
		{r: when.Reading{Open: true, Outright: true, Embargo: true}, want: true},
		{r: when.Reading{Outright: true}, want: true},
		{r: when.Reading{Embargo: true, Leads: true}, stands: head, want: true},
		{r: when.Reading{Embargo: true, Leads: true}, stands: line, want: true},
		{r: when.Reading{Embargo: true, Leads: true, Hour: true}, want: true},
		{r: when.Reading{Embargo: true, Leads: true}},
		{r: when.Reading{Embargo: true}, stands: line | head},
		{r: when.Reading{Embargo: true, Hour: true}, stands: line | head},
		{r: when.Reading{Embargo: true, Days: day}, stands: line | head},
		{r: when.Reading{Embargo: true, Hour: true, Days: day}, want: true},
		{r: when.Reading{Release: true, Hour: true}, stands: line, want: true},
		{r: when.Reading{Release: true, Days: day}, stands: line | head, want: true},
		{r: when.Reading{Release: true, Days: day}, stands: line},
		{r: when.Reading{Release: true}, stands: line | head},
		{r: when.Reading{Release: true, Hour: true}},
		{r: when.Reading{Release: true, Hour: true, Strange: 3}, text: "Live on 2nd Street", stands: line},
		{r: when.Reading{Release: true, Hour: true, Strange: 3}, text: "Live at 9", stands: line},
		{r: when.Reading{Release: true, Hour: true, Strange: 3}, text: "— live from 9", stands: line},
		{r: when.Reading{Release: true, Hour: true, Strange: 2}, text: "Live on 2nd Street", stands: line, want: true},
		{r: when.Reading{Release: true, Hour: true, Strange: 3}, text: "Live only 2nd Street", stands: line, want: true},
		{r: when.Reading{Release: true, Hour: true, Strange: 3}, text: "Is live on 2nd Street", stands: line, want: true},
		{r: when.Reading{Release: true, Hour: true, Strange: 3, At: today}, text: "Live on 2nd Street", stands: line, want: true},
		{r: when.Reading{Hour: true, Days: day, Strange: 1}, stands: line | head, want: true},
		{r: when.Reading{Hour: true, Twice: "4/5", Strange: 1}, stands: line | head, want: true},
		{r: when.Reading{Hour: true, Days: day, Strange: 2}, stands: line | head},
		{r: when.Reading{Hour: true, Days: day}, stands: line},
		{r: when.Reading{Hour: true, Days: day}, stands: head},
		{r: when.Reading{Hour: true}, stands: line | head},
		{r: when.Reading{Days: day}, stands: line | head},
		{r: when.Reading{Hour: true, Days: day}, text: "Briefing: 9 a.m.", stands: line | head},
	} {
		d := drafted("en")
		if got := d.speaks(c.r, c.text, c.stands&line > 0, c.stands&head > 0); got != c.want || d.immediate != c.at {
			t.Errorf("%q %+v (%d): %t, at once: %t", c.text, c.r, c.stands, got, d.immediate)
		}
	}
}

// TestHoursOfSomethingElse tells lines whose hour is that of an event or of a mail.
func TestHoursOfSomethingElse(t *testing.T) {
	t.Parallel()
	for _, w := range strings.Split(`when, What, where, who, event, briefing, press conference, news conference, webinar, call, sent, received,
		from, 		to, subject, cuándo, cuando, fecha del acto, quand, wann, termin, wanneer, quando, gesendet, enviado, inviato, inviata, verzonden,
		convocatoria`, ",") {
		w = strings.TrimSpace(w)
		if !prose.Occasion.MatchString(w+" 9") || !prose.Occasion.MatchString("— "+w+": 9") || prose.Occasion.MatchString(w+"x: 9") ||
			prose.Occasion.MatchString("x "+w) {
			t.Errorf("%q is not what an event begins with", w)
		}
	}
	for _, w := range strings.Fields(`from To subject sent cc von an betreff de à para asunto objet assunto oggetto van aan onderwerp`) {
		if !mailHeader.MatchString(w+": 9") || !mailHeader.MatchString("> "+w+" : 9") || mailHeader.MatchString(w+" 9") ||
			mailHeader.MatchString("x"+w+": 9") {
			t.Errorf("%q is no header of a mail", w)
		}
	}
}

// TestParagraphsWorthReadingForTheirTime tells those in which an embargo or an hour of release may stand.
func TestParagraphsWorthReadingForTheirTime(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("lamp ", 60)
	for _, c := range []struct {
		text string
		want bool
	}{
		{"The lamps burn", false},
		{"The lamps burn at 9", true},
		{"Publish the lamps", true},
		{long + "under embargo", true},
		{long + "mit Sperrfrist", true},
		{long + "mit Sperrvermerk", true},
		{long + "publish at 9", false},
		{long + "not before 9", true},
		{long + "not before noon", true},
		{long + "not before dawn", false},
		{strings.Repeat("x", 298) + " 9", false},
		{strings.Repeat("x", 297) + " 9", true},
		{strings.Repeat("é", 297) + " 9", true},
		{"For public inquiries: 9", false},
		{"For the public inquiry: 9", false},
		{"For the general public enquiries: 9", false},
		{"For general public enquiry: 9", false},
		{"For public inquiries, under embargo: 9", true},
		{"For all public inquiries: 9", true},
		{"For public inquirers: 9", true},
	} {
		if got := mayBeTimed(prose.Para{Text: c.text}); got != c.want {
			t.Errorf("%.40s (%d bytes): %t", c.text, len(c.text), got)
		}
	}
	if !mayBeTimed(prose.Para{Table: "| Embargo |"}) || mayBeTimed(prose.Para{Table: "| Lamp |"}) {
		t.Error("tables are not read for their time")
	}
	for _, w := range strings.Split(`embargo|sperre|gesperrt|release|publish|pubblicare|diffusion|difusão|difundir|divulgação|`+
		`veröffentlicht|`+
		`freigabe|freigegeben|frei ab|frei: ab|hold|nicht vor|erst ab|verspreiding|vrijgegeven|vrij|not before|no earlier|`+
		`immediate|imediato|`+
		`inmediato|sofort|onmiddellijk|per direct|broadcast|parution|issue|live`, "|") {
		if !prose.TimeStem.MatchString("a " + w) {
			t.Errorf("%q may say nothing of a time", w)
		}
	}
	for _, w := range strings.Fields(`9 ٩ noon midnight midday mediodía medianoche midi minuit Mittag Mitternacht mezzogiorno mezzanotte
		meio-dia
		meia-noite middernacht`) {
		if !prose.TimeSign.MatchString("a " + w) {
			t.Errorf("%q is no sign of a time", w)
		}
	}
	for _, w := range strings.Split("not, no, ne pas, nicht, não, niet, non, hold", ", ") {
		if !forbids.MatchString(w+" before") || !forbids.MatchString(w+strings.Repeat(" ", 90)+"before") ||
			forbids.MatchString(w+strings.Repeat(" ", 91)+"before") {
			t.Errorf("%q before a time forbids nothing", w)
		}
	}
	for _, w := range strings.Fields(`before until till prior antes hasta avant jusqu vor bis até prima fino voor vóór tot`) {
		if !forbids.MatchString("not "+w) || forbids.MatchString("knot "+w) || forbids.MatchString("note "+w) {
			t.Errorf("%q after a not forbids nothing", w)
		}
	}
}

// TestDaysWithTheirYearAtTheBeginning reads the days that the beginning of a source names whole.
func TestDaysWithTheirYearAtTheBeginning(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text string
		want int
	}{
		{"4 May 2026", 1},
		{"4 May", 0},
		{"4 May 2026 or 4/5/2026", 0},
		{"the lamps", 0},
		{"4 May 2026 to 6 May 2026", 2},
		{strings.Repeat("x", 189) + " 4 May 2026", 1},
		{strings.Repeat("x", 190) + " 4 May 2026", 0},
	} {
		if got := len(wholeDays([]prose.Para{{Text: c.text}}, "en")); got != c.want {
			t.Errorf("%s: %d days", c.text, got)
		}
	}
}

// TestTimesAgreeWithAnInstant tells places that name no instant, and yet say nothing against one.
func TestTimesAgreeWithAnInstant(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 12, 4, 9, 0, 0, 0, time.UTC)
	const why = "it names no hour"
	days := func(list ...when.Day) []when.Day { return list }
	fourth := when.Day{Year: 2026, Month: 12, Day: 4}
	for i, c := range []struct {
		r    when.Reading
		want bool
	}{
		{when.Reading{Silent: true}, true},
		{when.Reading{Silent: true, Hour: true}, true},
		{when.Reading{Days: days(fourth), Why: why}, true},
		{when.Reading{Days: days(when.Day{Month: 12, Day: 4}), Why: why}, true},
		{when.Reading{Days: days(fourth), Why: why, Hour: true}, false},
		{when.Reading{Days: days(fourth, fourth), Why: why}, false},
		{when.Reading{Why: why}, false},
		{when.Reading{Days: days(fourth), Why: why, Twice: "4/5"}, false},
		{when.Reading{Days: days(fourth), Why: "it names no zone"}, false},
		{when.Reading{Days: days(when.Day{Year: 2025, Month: 12, Day: 4}), Why: why}, false},
		{when.Reading{Days: days(when.Day{Year: 2026, Month: 11, Day: 4}), Why: why}, false},
		{when.Reading{Days: days(when.Day{Year: 2026, Month: 12, Day: 5}), Why: why}, false},
	} {
		if got := (saying{Reading: c.r}).agrees(at); got != c.want {
			t.Errorf("%d: %t", i, got)
		}
	}
}

// TestHoursAtWhichAWireGaveATextOut tells hours that have passed and of which nothing says that they are of release.
func TestHoursAtWhichAWireGaveATextOut(t *testing.T) {
	t.Parallel()
	past, days := today.Add(-time.Second), func(year, month, day int) []when.Day { return []when.Day{{Year: year, Month: month, Day: day}} }
	for i, c := range []struct {
		r    when.Reading
		want bool
	}{
		{when.Reading{At: past}, true},
		{when.Reading{At: today}, false},
		{when.Reading{At: past, Embargo: true}, false},
		{when.Reading{At: past, Release: true}, false},
		{when.Reading{Days: days(2026, 11, 21)}, true},
		{when.Reading{Days: days(2026, 11, 22)}, false},
		{when.Reading{Days: days(0, 11, 21)}, false},
		{when.Reading{Days: days(2026, 11, 21), Twice: "4/5"}, false},
		{when.Reading{Days: append(days(2026, 11, 21), days(2026, 11, 20)...)}, false},
		{when.Reading{}, false},
	} {
		if got := drafted("en").givenOut(c.r); got != c.want {
			t.Errorf("%d: %t", i, got)
		}
	}
	d := drafted("en")
	if d.sayings = []saying{{}}; d.givenOut(when.Reading{At: past}) {
		t.Error("an hour below a line that says when")
	}
}

// TestWhatAllPlacesSayTogether settles the instant of release from all the places that speak of one.
func TestWhatAllPlacesSayTogether(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 12, 4, 9, 0, 0, 0, time.UTC)
	first := saying{"line 1", "9 a.m.", when.Reading{Embargo: true, At: at, Zone: "UTC"}}
	with := func(change func(*saying)) saying {
		s := first
		s.place, s.text = "line 2", "10 a.m."
		change(&s)
		return s
	}
	for _, c := range []struct {
		name            string
		sayings         []saying
		immediate, open bool
		want            string
	}{
		{"nothing", nil, false, false, ""},
		{"one", []saying{first}, false, false, "9 a.m."},
		{"the same", []saying{first, with(func(s *saying) { s.At = at.In(time.FixedZone("", 3600)) })}, false, false, "9 a.m.|10 a.m."},
		{"another", []saying{first, with(func(s *saying) { s.At = at.Add(1) })}, false, false, "line 1 it says 2026-12-04T09:00:00Z"},
		{"no instant", []saying{with(func(s *saying) { s.At, s.Why = time.Time{}, "no hour" })}, false, false, "and no hour;"},
		{"none that agrees", []saying{first, with(func(s *saying) { s.At, s.Why = time.Time{}, "no hour" })}, false, false, "and no hour;"},
		{"silent", []saying{with(func(s *saying) { s.At, s.Silent = time.Time{}, true }), first}, false, false, "10 a.m.|9 a.m."},
		{"at once", []saying{first}, true, false, "the source says “for immediate release” too"},
		{
			"at once too",
			[]saying{first, with(func(s *saying) { s.Immediate = true })},
			false,
			false,
			"the source says “for immediate release” too",
		},
		{"open", []saying{first}, false, true, "it says that there is no embargo, too"},
		{"open too", []saying{first, with(func(s *saying) { s.Open = true })}, false, false, "it says that there is no embargo, too"},
		{"open from an hour", []saying{with(func(s *saying) { s.Open, s.Embargo = true, false })}, false, true, "10 a.m."},
	} {
		d := drafted("en")
		d.sayings, d.immediate, d.open = c.sayings, c.immediate, c.open
		d.settleTime()
		got := strings.Join(append(d.Unsure, d.releaseLines...), "|")
		if (len(d.Unsure) == 0 || strings.Contains(c.want, "a.m.")) && got != c.want || !strings.Contains(got, c.want) ||
			d.timed != (len(c.sayings) > 0) {
			t.Errorf("%s: %q, timed: %t", c.name, got, d.timed)
		}
		if d.at.IsZero() != (len(d.Unsure) > 0 || len(c.sayings) == 0) {
			t.Errorf("%s: at %s", c.name, d.at)
		}
	}
	for text, want := range map[string]int{
		"MARLOW, 4 December 2026, 9 a.m. UTC": 1, "MARLOW, 4 December 2026": 0, "MARLOW, 4 November 2026, 9 a.m. UTC": 0, "": 0,
	} {
		d := drafted("en")
		d.Dateline.Text = text
		if d.settleTime(); len(d.sayings) != want {
			t.Errorf("a dateline %q: %d sayings", text, len(d.sayings))
		}
	}
}
