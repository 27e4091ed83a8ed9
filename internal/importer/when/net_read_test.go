package when

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// told is what is read of a line, in short.
func told(r Reading) string {
	var out []string
	for name, on := range map[string]bool{"embargo": r.Embargo, "release": r.Release, "once": r.Immediate, "open": r.Open, "hour": r.Hour} {
		if on {
			out = append(out, name)
		}
	}
	order := strings.NewReplacer("embargo", "1", "release", "2", "once", "3", "open", "4", "hour", "5")
	for i := range out { // in the order of their numbers
		for j := range out[:i] {
			if order.Replace(out[i]) < order.Replace(out[j]) {
				out[i], out[j] = out[j], out[i]
			}
		}
	}
	if !r.At.IsZero() {
		out = append(out, r.At.Format("2006-01-02T15:04Z07:00"), r.Zone)
	}
	if len(r.Days) > 0 || r.Twice != "" || r.NoDay != "" {
		out = append(out, fmt.Sprint(r.Days), r.Twice, r.NoDay)
	}
	return strings.Join(append(out, r.Why), "|")
}

// TestWordsThatDecideATime reads lines in which one word, sign or figure decides what is meant.
func TestWordsThatDecideATime(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "Embargoed until 25:00 ET 4 May 2026", "embargo|hour|[{2026 5 4}]|||“25:00” is no hour"},
		{"de", "Sperrfrist 31 Uhr, 4. Mai 2026", "embargo|hour|[{2026 5 4}]|||“31 Uhr” is no hour"},
		{"de", "Sperrfrist 31.70, 4. Mai 2026", "embargo|hour|[{2026 5 4}]|||“31.70” in it could not be read"},
		{"en", "Embargoed until nine to 5 ET 4 May 2026", "embargo|hour|[{2026 5 4}]|||“nine” leaves it open"},
		{"en", "Embargoed until nine or ten ET 4 May 2026", "embargo|hour|[{2026 5 4}]|||“nine” leaves it open"},
		{"en", "Embargoed until nine to lamps 4 May 2026", "embargo|[{2026 5 4}]|||“lamps” in it was not understood"},
		{"de", "Sperrfrist 4. Mai 2026, nachmittags um 25 Uhr", "embargo|hour|[{2026 5 4}]|||“25 Uhr” is no hour"},
		{"de", "Sperrfrist 4. Mai 2026, nachmittags um 15 Uhr MESZ", "embargo|hour|2026-05-04T15:00+02:00|Europe/Berlin|[{2026 5 4}]|||"},
		{"de", "Sperrfrist 4. Mai 2026, nachmittags um 24 Uhr MESZ", "embargo|hour|[{2026 5 4}]|||“nachmittags” in it was not understood"},
		{"ja", "解禁 2026年5月4日", "embargo|[{2026 5 4}]|||it names no hour"},
		{"ru", "Эмбарго до 4 мая 2026", "embargo|[{2026 5 4}]|||it names no hour"},
		{"nl", "Embargo tot 4 mei 2026, 's ochtends 9 uur CEST", "embargo|hour|2026-05-04T09:00+02:00|Europe/Berlin|[{2026 5 4}]|||"},
		{"nl", "Embargo tot 4 mei 2026, 's middags 12 uur CEST", "embargo|hour|2026-05-04T12:00+02:00|Europe/Berlin|[{2026 5 4}]|||"},
		{
			"en",
			"Embargoed until 2026-05-04 9:00 ET",
			"embargo|hour|[{2026 5 4}]|||it can be read in more than one way: 2026-05-04T09:00:00-04:00 or 2026-05-04T21:00:00-04:00",
		},
		{"en", "Embargoed until 2026-05.04 9:00 ET", "embargo|hour|“2026” in it could not be read"},
		{"hr", "embargo 4. listopada 2026", "embargo|[{2026 10 4}]|||it names no hour"},
		{"hr", "embargo 4. svibnja 2026", "embargo|[{2026 5 4}]|||it names no hour"},
		{"pl", "embargo 4 listopada 2026", "embargo|[{2026 11 4}]|||it names no hour"},
		{"en", "Embargoed until 4 May 2026 20261", "embargo|[{2026 5 4}]|||“20261” in it could not be read"},
		{"en", "Embargoed until 4 May 20261", "embargo|[]||4 May 20261|“4 May 20261” is no day of the calendar"},
		{
			"en",
			"Embargoed until 4 May 2026 9 a.m. ET, 5 May 2026 9 a.m. ET",
			"embargo|hour|[{2026 5 4} {2026 5 5}]|||it names two instants, 2026-05-04T09:00:00-04:00 and 2026-05-05T09:00:00-04:00",
		},
		{
			"en",
			"Embargoed until 4 May 2026 9 a.m. ET. Embargoed until 5 May 2026 9 a.m. ET",
			"embargo|hour|[{2026 5 4} {2026 5 5}]|||it names two instants, 2026-05-04T09:00:00-04:00 and 2026-05-05T09:00:00-04:00",
		},
		{
			"en",
			"Embargoed until 4 May 2026 9 a.m. ET. Embargoed until 4 May 2026 9 a.m. ET",
			"embargo|hour|2026-05-04T09:00-04:00|America/New_York|[{2026 5 4} {2026 5 4}]|||",
		},
		{"en", "Embargoed until 9 a.m. ET. Lamps burn at 10 a.m. ET on 4 May 2026", "embargo|hour|[{2026 5 4}]|||it names no day"},
		{"en", "Embargoed until 31 June and 32 June 2026, 9 a.m. ET", "embargo|hour|[]||31 June|“31 June” is no day of the calendar"},
		{"en", "For immediate release 4 (5) May", "once|“4” in it could not be read"},
		{"en", "For release: for immediate release 4 (5) lamps", "release|once|“4” in it could not be read"},
		{"ja", "解禁 [2026年5月4日", "embargo|[{2026 5 4}]|||it names no hour"},
		{"ja", "解禁 2026年5月4日 9:00 A", "embargo|hour|[{2026 5 4}]|||it names no zone"},
		{"ru", "Эмбарго до 4 мая 2026, 9 часов утра вечера мск", "embargo|[{2026 5 4}]|||“до” in it was not understood"},
		{"en", "For release 4 (5) lamps", "release|hour|“4” in it could not be read"},
		{"en", "Embargoed until midnight (00:00 GMT) 4 May 2026", "embargo|hour|2026-05-04T00:00Z|UTC|[{2026 5 4}]|||"},
		{"en", "Embargoed until midnight (12 p.m. GMT) 4 May 2026", "embargo|hour|[{2026 5 4}]|||it names no zone"},
		{
			"en",
			"Embargoed until midnight (12 a.m. GMT) 4 May 2026",
			"embargo|hour|[{2026 5 4}]|||it can be read in more than one way: 2026-05-04T00:00:00Z or 2026-05-05T00:00:00Z",
		},
		{"en", "Embargoed until midnight (24:00 GMT) 4 May 2026", "embargo|hour|2026-05-05T00:00Z|UTC|[{2026 5 4}]|||"},
		{"en", "Embargoed until noon (12 p.m. GMT) 4 May 2026", "embargo|hour|2026-05-04T12:00Z|UTC|[{2026 5 4}]|||"},
		{"en", "Embargoed until noon (12 a.m. GMT) 4 May 2026", "embargo|hour|[{2026 5 4}]|||it names no zone"},
		{"en", "Embargoed until noon (12:00 GMT) 4 May 2026", "embargo|hour|2026-05-04T12:00Z|UTC|[{2026 5 4}]|||"},
		{"en", "Embargoed until noon (12:30 GMT) 4 May 2026", "embargo|hour|[{2026 5 4}]|||it names no zone"},
		{
			"en",
			"Embargoed until 12 midnight GMT 4 May 2026",
			"embargo|hour|[{2026 5 4}]|||it can be read in more than one way: 2026-05-04T00:00:00Z or 2026-05-05T00:00:00Z",
		},
		{
			"en",
			"Embargoed until 9 a.m. E.S.T. 4 May 2026",
			"embargo|hour|[{2026 5 4}]|||it can be read in more than one way: 2026-05-04T10:00:00-04:00 or 2026-05-04T09:00:00-04:00",
		},
		{"en", "Embargoed until 9 a.m. E.T.. 4 May 2026", "embargo|hour|2026-05-04T09:00-04:00|America/New_York|[{2026 5 4}]|||"},
		{"en", "Embargoed until 9 a.m. et 4 May 2026", "embargo|hour|2026-05-04T09:00-04:00|America/New_York|[{2026 5 4}]|||"},
		{
			"en",
			"Embargoed until 9 a.m. est 4 May 2026",
			"embargo|hour|[{2026 5 4}]|||it can be read in more than one way: 2026-05-04T10:00:00-04:00 or 2026-05-04T09:00:00-04:00",
		},
		{"en", "Embargoed until 9 a.m. london 4 May 2026", "embargo|hour|[{2026 5 4}]|||“london” in it was not understood"},
		{"en", "Embargoed until 9 a.m. London 4 May 2026", "embargo|hour|2026-05-04T09:00+01:00|Europe/London|[{2026 5 4}]|||"},
		{"en", "Embargoed until 9 a.m. (+02:00) 4 May 2026", "embargo|hour|2026-05-04T09:00+02:00||[{2026 5 4}]|||"},
		{"en", "Embargoed until 9 a.m. (+25:00) 4 May 2026", "embargo|hour|[{2026 5 4}]|||“25:00” is no hour"},
		{"en", "Embargoed until 9 a.m. (-5) 4 May 2026", "embargo|hour|[{2026 5 4}]|||“5” in it could not be read"},
		{"de", "Die Studie ist gesperrt bis 4. Mai 2026, 9 Uhr MESZ", "embargo|hour|2026-05-04T09:00+02:00|Europe/Berlin|[{2026 5 4}]|||"},
		{"de", "Die Lampe ist gesperrt bis 4. Mai 2026, 9 Uhr MESZ", "hour|2026-05-04T09:00+02:00|Europe/Berlin|[{2026 5 4}]|||"},
		{
			"de",
			"Die Studie leuchtet. Die Lampe ist gesperrt bis 4. Mai 2026, 9 Uhr MESZ",
			"hour|2026-05-04T09:00+02:00|Europe/Berlin|[{2026 5 4}]|||",
		},
		{"en", "Open Tuesday 9 a.m. to 5 p.m., embargoed", "embargo|hour|“Open” in it was not understood"},
		{"en", "Open Tuesday 9 a.m. to 5 p.m.", "“Open” in it was not understood"},
		{"en", "The lamps are open from 9 a.m. to 5 p.m. 4 May 2026", "[{2026 5 4}]|||it names no hour"},
		{"ja", "解禁日時:2026年5月4日 午前9時 JST", "embargo|hour|2026-05-04T09:00+09:00|Asia/Tokyo|[{2026 5 4}]|||"},
		{"ja", "解禁 2026年5月4日 9時 午後", "embargo|[{2026 5 4}]|||“9時” in it could not be read"},
		{"ja", "解禁 [2026年5月4日] 午後9時30分 JST", "embargo|hour|2026-05-04T21:30+09:00|Asia/Tokyo|[{2026 5 4}]|||"},
		{"ja", "解禁 2026年5月4日 9時半", "embargo|[{2026 5 4}]|||“9時半” in it could not be read"},
		{"ja", "解禁 2026年5月4日 ②", "embargo|[{2026 5 4}]|||“②” in it could not be read"},
		{"ja", "解禁 2026年5月4日 13:00 JST", "embargo|hour|2026-05-04T13:00+09:00|Asia/Tokyo|[{2026 5 4}]|||"},
		{"ja", "解禁 2026年13月4日 13:00", "embargo|hour|[]||2026年13月4日|“2026年13月4日” is no day of the calendar"},
		{"ja", "解禁 2026年5月4日 午後13:00", "embargo|[{2026 5 4}]|||“00” in it could not be read"},
		{"ja", "解禁 2026年5月4日 13:00 JST", "embargo|hour|2026-05-04T13:00+09:00|Asia/Tokyo|[{2026 5 4}]|||"},
		{
			"ja",
			"解禁 2026年5月4日 13:00 CST",
			"embargo|hour|[{2026 5 4}]|||it can be read in more than one way: 2026-05-04T14:00:00-05:00 or " +
				"2026-05-04T13:00:00-05:00 or 2026-05-04T13:00:00+08:00 or 2026-05-04T13:00:00-04:00",
		},
		{"ja", "解禁 2026年5月4日 13:00 Z", "embargo|hour|2026-05-04T13:00Z|UTC|[{2026 5 4}]|||"},
		{"zh", "解禁時間 2026年5月4日 上午9點 北京时间", "embargo|hour|2026-05-04T09:00+08:00|Asia/Shanghai|[{2026 5 4}]|||"},
		{"zh", "解禁時間 2026年5月4日 上午9点30分 北京时间", "embargo|hour|2026-05-04T09:30+08:00|Asia/Shanghai|[{2026 5 4}]|||"},
		{
			"zh",
			"解禁時間 2026年5月4日 9點 北京时间",
			"embargo|hour|[{2026 5 4}]|||it can be read in more than one way: 2026-05-04T09:00:00+08:00 or 2026-05-04T21:00:00+08:00",
		},
		{"zh", "解禁時間 2026年5月4日 9时 北京时间", "embargo|hour|2026-05-04T09:00+08:00|Asia/Shanghai|[{2026 5 4}]|||"},
		{"ko", "엠바고 2026년 5월 4일 오전 9시 KST", "embargo|hour|2026-05-04T09:00+09:00|Asia/Seoul|[{2026 5 4}]|||"},
		{"ko", "엠바고 2026년 5월 4일 오전 9시 30분 KST", "embargo|hour|2026-05-04T09:30+09:00|Asia/Seoul|[{2026 5 4}]|||"},
		{"ko", "엠바고 2026년 5월 4일 오전 9시 30", "embargo|[{2026 5 4}]|||“9시” in it could not be read"},
		{"ru", "Эмбарго до 4 мая 2026, 9 часов мск", "embargo|hour|2026-05-04T09:00+03:00|Europe/Moscow|[{2026 5 4}]|||"},
		{"ru", "Эмбарго до 4 мая 2026, 9 часов утра мск", "embargo|hour|2026-05-04T09:00+03:00|Europe/Moscow|[{2026 5 4}]|||"},
		{"ru", "Эмбарго до 4 мая 2026, 13 часов утра", "embargo|[{2026 5 4}]|||“до” in it was not understood"},
		{"ru", "Эмбарго до 4 мая 2026, 123 часов", "embargo|[{2026 5 4}]|||“до” in it was not understood"},
		{"ru", "Эмбарго до 4 мая 2026, 9.30 мск", "embargo|hour|2026-05-04T09:30+03:00|Europe/Moscow|[{2026 5 4}]|||"},
		{"ru", "Эмбарго до 4 мая 2026, 9.30", "embargo|hour|[{2026 5 4}]|||“до” in it was not understood"},
		{"ru", "Эмбарго до 4 мая 2026 в 9.30", "embargo|hour|[{2026 5 4}]|||“до” in it was not understood"},
		{"ru", "Эмбарго до 4 мая 2026 (9:00) часов", "embargo|hour|[{2026 5 4}]|||“до” in it was not understood"},
		{"ru", "Эмбарго часов 4 мая 2026", "embargo|[{2026 5 4}]|||“часов” in it was not understood"},
		{"ru", "Эмбарго", "embargo|it names neither a day nor an hour"},
		{"ru", "Эмбарго утра", "embargo|it names neither a day nor an hour"},
		{"cs", "Embargo do 4. května 2026, 9:00 hodin CEST", "embargo|hour|2026-05-04T09:00+02:00|Europe/Berlin|[{2026 5 4}]|||"},
	} {
		if got := told(Read(c[1], Options{Language: c[0], Today: day0})); got != c[2] {
			t.Errorf("%s %s: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

// TestDaysOfTheCalendar tells days from what no month has.
func TestDaysOfTheCalendar(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		d    Day
		want bool
	}{
		{Day{2026, 1, 1}, true},
		{Day{2026, 12, 31}, true},
		{Day{2026, 0, 1}, false},
		{Day{2026, 13, 1}, false},
		{Day{2026, 1, 0}, false},
		{Day{2026, 2, 29}, false},
		{Day{0, 2, 29}, true},
		{Day{2026, -1, 1}, false},
	} {
		if got := c.d.valid(); got != c.want {
			t.Errorf("%v: %t", c.d, got)
		}
	}
	for _, c := range [][3]string{
		{"en", "Monday, 4 May 2026", ""},
		{"en", "Sunday, 4 May 2026", "4 May 2026 is a Monday, not a Sunday"},
		{"en", "Sunday 4/5/2026", ""},
		{"en", "Saturday 4/5/2026", ""},
		{"en", "Sunday, 4 May", ""},
		{"en", "Sunday lamps 4 May 2026", ""},
		{"en", "Sun 4 May 2026", ""},
		{"en", "Tues 4 May 2026", "4 May 2026 is a Monday, not a Tuesday"},
		{"en", "Sunday, 4 May, 5 May 2026", ""},
		{"en", "Monday, 4 May 2026, Sunday, 5 May 2026", "5 May 2026 is a Tuesday, not a Sunday"},
	} {
		if got := OtherWeekday(c[1], c[0]); got != c[2] {
			t.Errorf("%s: %q, want %q", c[1], got, c[2])
		}
	}
}

// TestInstantsThatTwoStatementsShare keeps a zone that is a place rather than an offset or none.
func TestInstantsThatTwoStatementsShare(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 5, 4, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct{ a, b, want string }{
		{
			"Europe/Berlin",
			"",
			"Europe/Berlin",
		}, {
			"",
			"Europe/Berlin",
			"Europe/Berlin",
		}, {
			"",
			"UTC",
			"",
		}, {
			"UTC",
			"Europe/Berlin",
			"UTC",
		}, {
			"",
			"",
			"",
		},
	} {
		got := common([]instant{{at: at, place: c.a}}, []instant{{at: at.Add(1), place: "x"}, {at: at, place: c.b}})
		if len(got) != 1 || got[0].place != c.want {
			t.Errorf("%s, %s: %v", c.a, c.b, got)
		}
	}
	if got := common([]instant{{at: at}}, []instant{{at: at.Add(1)}}); got != nil {
		t.Errorf("two instants: %v", got)
	}
}

// TestHoursAndDaysInTurn tells those of which each hour has its day.
func TestHoursAndDaysInTurn(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		hours, days []int // where they stand
		want        bool
	}{
		{[]int{0, 2}, []int{1, 3}, true},
		{[]int{1, 3}, []int{0, 2}, true},
		{[]int{0, 1}, []int{2, 3}, false},
		{[]int{2, 3}, []int{0, 1}, false},
		{[]int{0, 3}, []int{1, 2}, true},
		{[]int{1}, []int{0}, true},
		{[]int{0, 2, 4}, []int{1, 3, 5}, true},
		{[]int{0, 2, 3}, []int{1, 4, 5}, false},
	} {
		var p part
		for _, at := range c.hours {
			p.hours = append(p.hours, hour{at: at})
		}
		for _, at := range c.days {
			p.days = append(p.days, dayWord{at: at})
		}
		if got := p.alternate(); got != c.want {
			t.Errorf("%v, %v: %t", c.hours, c.days, got)
		}
	}
}

// TestBracketsThatClose are those that belong to the one that opens, or the first other one.
func TestBracketsThatClose(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]int{"(a)": 2, "((a))": 4, "(a": -1, "a)": -1, "(a]": 2, "(a])": 3, "(]]": 1, "[a]": 2, "(a)b)": 2} {
		var list []token
		for _, r := range s {
			if r == 'a' || r == 'b' {
				list = append(list, token{kind: strangeToken})
			} else {
				list = append(list, token{kind: pointToken, point: byte(r)})
			}
		}
		if got := closing(list, 0); got != want {
			t.Errorf("%s: %d", s, got)
		}
	}
	for s, want := range map[string]string{"the vote,": "vote", "vote 9": "vote", "9": "9", "apre\u0300s": "apre\u0300s"} {
		if got := lastWord(s); got != want {
			t.Errorf("%s: %q", s, got)
		}
	}
}
