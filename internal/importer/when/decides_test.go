package when

import "testing"

// holds compares what is read of lines, whole: language, line, what told says of it.
func holds(t *testing.T, rows [][3]string) {
	t.Helper()
	for _, c := range rows {
		if got := told(Read(c[1], Options{Language: c[0], Today: day0})); got != c[2] {
			t.Errorf("%s %s: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

// TestAMinutePastMidnightInEveryLanguage is one of the day that stands beside it.
func TestAMinutePastMidnightInEveryLanguage(t *testing.T) {
	t.Parallel()
	const berlin = "embargo|hour|2026-05-04T00:01+02:00|Europe/Berlin|[{2026 5 4}]|||"
	holds(t, [][3]string{
		{"en", "Embargoed: 4 May 2026, one minute past midnight GMT", "embargo|hour|2026-05-04T00:01Z|UTC|[{2026 5 4}]|||"},
		{"en", "Embargoed: 4 May 2026, a minute after midnight GMT", "embargo|hour|2026-05-04T00:01Z|UTC|[{2026 5 4}]|||"},
		{"de", "Sperrfrist: 4. Mai 2026, eine Minute nach Mitternacht MESZ", berlin},
		{
			"fr",
			"Embargo : 4 mai 2026, une minute après minuit, heure de Paris",
			"embargo|hour|2026-05-04T00:01+02:00|Europe/Paris|[{2026 5 4}]|||",
		},
		{"es", "Embargo: 4 de mayo de 2026, un minuto después de medianoche CEST", berlin},
		{"es", "Embargo: 4 de mayo de 2026, un minuto después de la medianoche CEST", berlin},
		{"pt", "Embargo: 4 de maio de 2026, um minuto depois da meia-noite CEST", berlin},
		{"it", "Embargo: 4 maggio 2026, un minuto dopo mezzanotte CEST", berlin},
		{"it", "Embargo: 4 maggio 2026, un minuto dopo la mezzanotte CEST", berlin},
		{"nl", "Embargo: 4 mei 2026, een minuut na middernacht CEST", berlin},
	})
}

// TestTheWordBehindTheNumberOfAnHour: "9 hours" may pass, or be either half of the day, "9 h." may not.
func TestTheWordBehindTheNumberOfAnHour(t *testing.T) {
	t.Parallel()
	const nine = "embargo|hour|2026-05-04T09:00Z|UTC|[{2026 5 4}]|||"
	holds(t, [][3]string{
		{"en", "Embargoed until 9:00 hours GMT 4 May 2026", nine},
		{"en", "Embargoed until 9 h. GMT 4 May 2026", nine},
		{"en", "Embargoed until 9h., 4 May 2026 (GMT)", nine},
		{
			"en",
			"Embargoed until 9 hours ET 4 May 2026",
			"embargo|hour|[{2026 5 4}]|||it can be read in more than one way: 2026-05-04T09:00:00-04:00 or 2026-05-04T21:00:00-04:00",
		},
		{"en", "Embargoed until 25h30 GMT 4 May 2026", "embargo|hour|[{2026 5 4}]|||“25h30” in it could not be read"},
		{"en", "Embargoed: 24 o'clock p.m. GMT 4 May 2026", "embargo|hour|[{2026 5 4}]|||“24” in it could not be read"},
		{"en", "Embargoed: 25 o'clock GMT 4 May 2026", "embargo|hour|[{2026 5 4}]|||“25 o'clock” is no hour"},
		{"en", "Embargoed: 4 May 2026, nine hours GMT", "embargo|[{2026 5 4}]|||“nine hours” leaves it open"},
		{"fr", "Embargo : 4 mai 2026, neuf heures pm, heure de Paris", "embargo|hour|[{2026 5 4}]|||“pm” in it was not understood"},
		{"nl", "Embargo tot 4 mei 2026, 's avonds acht uur CEST", "embargo|[{2026 5 4}]|||“acht uur” leaves it open"},
		{
			"nl",
			"Embargo tot 4 mei 2026, 's avonds om acht uur CEST",
			"embargo|hour|2026-05-04T20:00+02:00|Europe/Berlin|[{2026 5 4}]|||",
		},
	})
}

// TestTheSignsThatEndASentence: what stands behind one is not of the embargo's own day.
func TestTheSignsThatEndASentence(t *testing.T) {
	t.Parallel()
	const (
		read    = "embargo|hour|2026-05-04T09:00Z|UTC|[{2026 5 4}]|||"
		weekday = "embargo|hour|[{2026 5 4}]|||4 May 2026 is a Monday, not a Tuesday"
	)
	for sign, want := range map[string]string{
		".": read, ";": read, "!": read, "?": read, "\n": read, ",": weekday, `"`: weekday, ":": weekday, "/": weekday, "-": weekday,
	} {
		holds(t, [][3]string{{"en", "Embargoed until 9 a.m. GMT on 4 May 2026" + sign + " Tuesday lamps burn", want}})
	}
	holds(t, [][3]string{ // a stop behind a weekday for short ends none
		{"en", "Embargoed until 9 a.m. GMT on 4 May 2026, Monday. Tuesday lamps burn", read},
		{"en", "Embargoed until Thurs. 9 a.m. GMT, 7 May 2026", "embargo|hour|2026-05-07T09:00Z|UTC|[{2026 5 7}]|||"},
		{"en", "Embargoed until Tues. 9 a.m. GMT, 5 May 2026", "embargo|hour|2026-05-05T09:00Z|UTC|[{2026 5 5}]|||"},
	})
}

// TestANumberToCallIsNoTime, where it has nine signs: with fewer it may be anything.
func TestANumberToCallIsNoTime(t *testing.T) {
	t.Parallel()
	holds(t, [][3]string{
		{"en", "Embargoed until 9 a.m. GMT on 4 May 2026 (02-123456)", "embargo|hour|2026-05-04T09:00Z|UTC|[{2026 5 4}]|||"},
		{"en", "Embargoed until 9 a.m. GMT on 4 May 2026 (02123456)", "embargo|hour|[{2026 5 4}]|||“02123456” in it could not be read"},
		{"en", "Embargoed until 9 a.m. GMT on 4 May 2026 (๔)", "embargo|hour|[{2026 5 4}]|||“๔” in it could not be read"},
	})
}

// TestWhatFollowsAnEmbargoThatIsLifted: a day on a line of its own may be that of release, another is that of something else;
// and 24 to 6 is when something lasts, 25 to 6 is nothing.
func TestWhatFollowsAnEmbargoThatIsLifted(t *testing.T) {
	t.Parallel()
	holds(t, [][3]string{
		{"en", "EMBARGO LIFTED\nThe lamps of 25 November 2026 burn", "open|[{2026 11 25}]|||it names neither a day nor an hour"},
		{"en", "EMBARGO LIFTED\n25 November 2026", "embargo|[{2026 11 25}]|||it names no hour"},
		{"de", "Lampen 24 bis 6 Uhr am 4. Mai 2026", "[{2026 5 4}]|||it names no hour"},
		{"de", "Lampen 25 bis 6 Uhr am 4. Mai 2026", "hour|[{2026 5 4}]|||“25” in it could not be read"},
	})
}

// TestALanguageInCapitals is the same language.
func TestALanguageInCapitals(t *testing.T) {
	t.Parallel()
	holds(t, [][3]string{
		{"JA-JP", "解禁 2026年5月4日 午前9時 JST", "embargo|hour|2026-05-04T09:00+09:00|Asia/Tokyo|[{2026 5 4}]|||"},
		{"DE-AT", "Sperrfrist: 7.5.2026, 9 Uhr MESZ", "embargo|hour|2026-05-07T09:00+02:00|Europe/Berlin|[{2026 5 7}]|||"},
	})
}

// TestHoursElsewhereAtTheirLimits reads hours of languages that have a scanner of their own, each beside one that is not read.
func TestHoursElsewhereAtTheirLimits(t *testing.T) {
	t.Parallel()
	holds(t, [][3]string{
		{"ja", "解禁 2026年5月4日 午前11時 JST", "embargo|hour|2026-05-04T11:00+09:00|Asia/Tokyo|[{2026 5 4}]|||"},
		{"ja", "解禁 2026年5月4日 午後12時 JST", "embargo|[{2026 5 4}]|||it names no hour"},
		{"ja", "解禁 2026年5月4日 午前9時 ET", "embargo|hour|2026-05-04T09:00-04:00|America/New_York|[{2026 5 4}]|||"},
		{
			"ja",
			"解禁 12/8/2026 9:00 JST",
			"embargo|hour|[]|12/8/2026||it can be read in more than one way: 2026-08-12T09:00:00+09:00 or 2026-12-08T09:00:00+09:00",
		},
		{
			"ko",
			"엠바고 12/8/2026 9:00 KST",
			"embargo|hour|[]|12/8/2026||it can be read in more than one way: 2026-08-12T09:00:00+09:00 or 2026-12-08T09:00:00+09:00",
		},
		{
			"zh",
			"禁发至 12/8/2026 9:00 北京时间",
			"embargo|hour|[]|12/8/2026||it can be read in more than one way: 2026-08-12T09:00:00+08:00 or 2026-12-08T09:00:00+08:00",
		},
		{"pl", "embargo do 12/8/2026, godz. 9:00 CEST", "embargo|hour|2026-08-12T09:00+02:00|Europe/Berlin|[{2026 8 12}]|||"},
		{
			"ko",
			"엠바고: 2026년 12월 3일 9시 KST",
			"embargo|hour|[{2026 12 3}]|||it can be read in more than one way: 2026-12-03T09:00:00+09:00 or 2026-12-03T21:00:00+09:00",
		},
		{
			"el",
			"ΕΜΠΑΡΓΚΟ έως 3/12/2026, 12:00 EET",
			"embargo|hour|[{2026 12 3}]|||it can be read in more than one way: 2026-12-03T12:00:00+02:00 or " +
				"2026-12-03T00:00:00+02:00 or 2026-12-04T00:00:00+02:00",
		},
		{"el", "ΕΜΠΑΡΓΚΟ έως 3/12/2026, 13:00 EET", "embargo|hour|2026-12-03T13:00+02:00|Europe/Athens|[{2026 12 3}]|||"},
		{"cs", "Embargo do 9.30 h CET dne 3. prosince 2026", "embargo|hour|2026-12-03T09:30+01:00|Europe/Berlin|[{2026 12 3}]|||"},
		{"cs", "Embargo do 3. prosince 2026, 9 hodin 30 minut CET", "embargo|hour|2026-12-03T09:30+01:00|Europe/Berlin|[{2026 12 3}]|||"},
		{"cs", "Embargo do 3. prosince 2026, 9:00 h CET", "embargo|hour|2026-12-03T09:00+01:00|Europe/Berlin|[{2026 12 3}]|||"},
		{"ru", "9 часов утра мск 3 декабря 2026: эмбарго", "embargo|hour|2026-12-03T09:00+03:00|Europe/Moscow|[{2026 12 3}]|||"},
		{"ru", "Эмбарго до 11 часов вечера мск 3 декабря 2026", "embargo|hour|2026-12-03T23:00+03:00|Europe/Moscow|[{2026 12 3}]|||"},
		{"ru", "Эмбарго до 12 часов дня мск 3 декабря 2026", "embargo|hour|2026-12-03T12:00+03:00|Europe/Moscow|[{2026 12 3}]|||"},
		{"ru", "Эмбарго до 12 часов вечера мск 3 декабря 2026", "embargo|[{2026 12 3}]|||“12” in it could not be read"},
		{"ru", "Эмбарго до 13 часов дня мск 3 декабря 2026", "embargo|[{2026 12 3}]|||“13” in it could not be read"},
		{"ru", "Эмбарго до 11 часов дня мск 3 декабря 2026", "embargo|hour|2026-12-03T11:00+03:00|Europe/Moscow|[{2026 12 3}]|||"},
		{"ru", "Эмбарго до 9 часов дня мск 3 декабря 2026", "embargo|hour|2026-12-03T09:00+03:00|Europe/Moscow|[{2026 12 3}]|||"},
		{"ru", "Эмбарго до 8 часов дня мск 3 декабря 2026", "embargo|[{2026 12 3}]|||“8” in it could not be read"},
		{"ru", "Эмбарго до 6 часов дня мск 3 декабря 2026", "embargo|[{2026 12 3}]|||“6” in it could not be read"},
		{"ru", "Эмбарго до 5 часов дня мск 3 декабря 2026", "embargo|hour|2026-12-03T17:00+03:00|Europe/Moscow|[{2026 12 3}]|||"},
		{"ru", "ЭМБАРГО ДО 11 ЧАСОВ ДНЯ МСК 3 ДЕКАБРЯ 2026", "embargo|hour|2026-12-03T11:00+03:00|Europe/Moscow|[{2026 12 3}]|||"},
		{"ru", "Эмбарго до 2 часов дня мск 3 декабря 2026", "embargo|hour|2026-12-03T14:00+03:00|Europe/Moscow|[{2026 12 3}]|||"},
	})
}

// TestInstantsThatDiffer are told by the nearest that the second hour can mean, before the first or behind it.
func TestInstantsThatDiffer(t *testing.T) {
	t.Parallel()
	holds(t, [][3]string{
		{"en", "Embargoed until 14:00 GMT, 8 December 2026 (9:00 ET)", "embargo|hour|2026-12-08T14:00Z|UTC|[{2026 12 8}]|||"},
		{
			"en",
			"Embargoed until 14:00 GMT, 8 December 2026 (8:00 ET)",
			"embargo|hour|[{2026 12 8}]|||it names two instants, 2026-12-08T14:00:00Z and 2026-12-08T08:00:00-05:00",
		},
		{
			"en",
			"Embargoed until 14:00 GMT, 8 December 2026 (10:00 ET)",
			"embargo|hour|[{2026 12 8}]|||it names two instants, 2026-12-08T14:00:00Z and 2026-12-08T10:00:00-05:00",
		},
		{
			"en",
			"Embargoed until 14:00 GMT, 12/8/2026 (11:00 ET)",
			"embargo|hour|[]|12/8/2026||it names two instants, 2026-12-08T14:00:00Z and 2026-12-08T11:00:00-05:00",
		},
		{
			"en",
			"Embargoed until 9 p.m. GMT, 31 December, 10 p.m. GMT, 1 January",
			"embargo|hour|[{0 12 31} {0 1 1}]|||it names no year",
		},
	})
}

// TestAZoneThatIsNotKnown is told, wherever the hour stands, and of a place that this computer has no clock of, by its name.
func TestAZoneThatIsNotKnown(t *testing.T) {
	t.Parallel()
	const unknown = "embargo|hour|[{2026 5 4}]|||the zone in it was not understood"
	holds(t, [][3]string{
		{"en", "9 a.m., 4 May 2026, Marlow time: under embargo", unknown},
		{"en", "Under embargo until 9 a.m., 4 May 2026, Marlow time", unknown},
	})
	_, err := place("Nowhere/Marlow").instants(Day{2026, 5, 4}, 9, 0, 0)
	if want := "the zone Nowhere/Marlow is not known here: unknown time zone Nowhere/Marlow"; err == nil || err.Error() != want {
		t.Fatalf("an unknown place: %v, want %s", err, want)
	}
	h := hour{clock: clock{hour: 9, whole: true}, zones: []zone{place("Nowhere/Marlow")}}
	if list, why := h.instants([]Day{{2026, 5, 4}}); list != nil || why != err.Error() {
		t.Errorf("its instants: %v, %s", list, why)
	}
}

// TestHowWordsBegin: only where a text begins as one of the words does is it looked at more closely.
func TestHowWordsBegin(t *testing.T) {
	t.Parallel()
	u := known().midnight // midnight, medianoche, Mitternacht, minuit, middernacht, meia-noite, mezzanotte
	for two, want := range map[string]bool{"mi": true, "me": true, "ma": false, "no": false, "im": false, "m ": false, "zz": false} {
		if u.starts[two] != want {
			t.Errorf("a word for midnight begins with %q: %t", two, u.starts[two])
		}
	}
}

// TestWordsForAZone: a place with signs in its name is found, a zone may be told in nine words, and in a line of capitals
// "EST" is a zone of French lines only within brackets.
func TestWordsForAZone(t *testing.T) {
	t.Parallel()
	at := func(zone string) string { return "embargo|hour|2026-05-04T09:00" + zone + "|[{2026 5 4}]|||" }
	const unknown = "embargo|hour|[{2026 5 4}]|||the zone in it was not understood"
	holds(t, [][3]string{
		{"it", "Embargo: 4 maggio 2026, ore 9, ora dell’Europa centrale", at("+02:00|Europe/Berlin")},
		{"nl", "Embargo: 4 mei 2026, 9 uur, Midden-Europese tijd", at("+02:00|Europe/Berlin")},
		{"de", "Sperrfrist: 4. Mai 2026, 9 Uhr Zeit in Mexico-Stadt", at("-06:00|America/Mexico_City")},
		{"en", "Embargoed until 9 a.m. Washington D.C. time, 4 May 2026", at("-04:00|America/New_York")},
		{"en", "Embargoed until 9 a.m. U.K. time, 4 May 2026", at("+01:00|Europe/London")},
		{"en", "Embargoed until 9 a.m. Zurich, 4 May 2026", at("+02:00|Europe/Zurich")},
		{"en", "Embargoed until 9 a.m. Amsterdam, 4 May 2026", at("+02:00|Europe/Amsterdam")},
		{"en", "Embargoed until 9 a.m. amsterdam, 4 May 2026", "embargo|hour|[{2026 5 4}]|||“amsterdam” in it was not understood"},
		{"en", "Embargoed until 9 a.m. zurich, 4 May 2026", "embargo|hour|[{2026 5 4}]|||“zurich” in it was not understood"},
		{"en", "Embargoed until 2026-05-04T09:00:00-05:00", at("-05:00|")},
		{"en", "Embargoed until 2026-05-04T09:00:00+10:30", at("+10:30|")},
		{"en", "Embargoed until 2026-05-04T09:00-1130", at("-11:30|")},
		{"en", "Embargoed until 2026-05-04T09:00Z", at("Z|UTC")},
		{"fr", "Embargo : 4 mai 2026, 9 h, heure de l’Est", at("-04:00|America/Toronto")},
		{
			"fr", "Embargo : 8 décembre 2026, 9 h, heure normale de l’Est",
			"embargo|hour|2026-12-08T09:00-05:00|America/Toronto|[{2026 12 8}]|||",
		},
		{"es", "Embargo: 4 de mayo de 2026, 9 h, hora oficial local de verano en la zona Madrid", at("+02:00|Europe/Madrid")},
		{"es", "Embargo: 4 de mayo de 2026, 9 h, hora oficial local de verano en la zona de Madrid", unknown},
		{
			"fr", "(EST 9 H) EMBARGO, 8 DÉCEMBRE 2026",
			"embargo|hour|2026-12-08T09:00-05:00|America/New_York|[{2026 12 8}]|||",
		},
		{"fr", "EST 9 H EMBARGO, 8 DÉCEMBRE 2026", "embargo|hour|[{2026 12 8}]|||it names no zone"},
	})
}
