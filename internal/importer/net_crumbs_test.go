package importer

import (
	"strings"
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/importer/prose"
)

// lined are paragraphs of lines with signs between.
func lined(text string) []prose.Para { return shorthand(expect.Blocks(text, "¶")) }

// outlined are such lines again.
func outlined(list []prose.Para) string {
	var out []string
	for _, p := range list {
		sign := ""
		if p.Level > 0 {
			sign = "#"
		}
		out = append(out, sign+p.Text+p.Table)
	}
	return strings.Join(out, "¶")
}

// TestMenusAbovePages are taken off the beginning, without the tables, headings and days within them.
func TestMenusAbovePages(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{ // lines, what stays, what becomes letterhead
		{"Quays¶Skip to content¶Lamps for Marlow", "Lamps for Marlow", "Quays¶Skip to content"},
		{"Quays¶Skip to content¶Menu¶Lamps for Marlow", "Lamps for Marlow", "Quays¶Skip to content¶Menu"},
		{"Skip to content¶Lamps for Marlow", "Lamps for Marlow", "Skip to content"},
		{"|a|¶Skip to content¶Lamps for Marlow", "|a|¶Lamps for Marlow", "Skip to content"},
		{"#Quays¶Skip to content¶Lamps for Marlow", "#Quays¶Lamps for Marlow", "Skip to content"},
		{"4 May 2026¶Skip to content¶Lamps for Marlow", "4 May 2026¶Lamps for Marlow", "Skip to content"},
		{"Press contact: Ana Ruiz¶Skip to content¶Lamps for Marlow", "Press contact: Ana Ruiz¶Lamps for Marlow", "Skip to content"},
		{
			"One of the old lamps of Marlow burns here¶Skip to content¶Lamps for Marlow",
			"Lamps for Marlow",
			"One of the old lamps of Marlow burns here¶Skip to content",
		},
		{
			"Quays¶One of the old lamps of Marlow burns here¶Skip to content¶Lamps for Marlow",
			"One of the old lamps of Marlow burns here¶Lamps for Marlow",
			"Quays¶Skip to content",
		},
		{
			"Quays¶One of the old lamps of Marlow burns¶Skip to content¶Lamps for Marlow",
			"Lamps for Marlow",
			"Quays¶One of the old lamps of Marlow burns¶Skip to content",
		},
		{"a¶b¶c¶d¶e¶f¶g¶h¶i¶Menu¶Lamps for Marlow", "Lamps for Marlow", "a¶b¶c¶d¶e¶f¶g¶h¶i¶Menu"},
		{"a¶b¶c¶d¶e¶f¶g¶h¶i¶j¶Menu¶Lamps for Marlow", "a¶b¶c¶d¶e¶f¶g¶h¶i¶j¶Menu¶Lamps for Marlow", ""},
		{
			"Lamps for Marlow | Harbour Union¶Quays¶Lamps for Marlow¶The lamps",
			"Lamps for Marlow¶The lamps",
			"Lamps for Marlow | Harbour Union¶Quays",
		},
		{"Lamps Marlow | Harbour Union¶Quays¶Lamps Marlow¶The lamps", "Lamps Marlow | Harbour Union¶Quays¶Lamps Marlow¶The lamps", ""},
		{
			"Lamps for Marlow Harbour Union¶Quays¶Lamps for Marlow¶The lamps",
			"Lamps for Marlow Harbour Union¶Quays¶Lamps for Marlow¶The lamps",
			"",
		},
		{
			"#Lamps for Marlow | Harbour Union¶Quays¶Lamps for Marlow¶The lamps",
			"#Lamps for Marlow | Harbour Union¶Quays¶Lamps for Marlow¶The lamps",
			"",
		},
		{
			"Press release: Lamps for Marlow¶Quays¶Lamps for Marlow¶The lamps",
			"Lamps for Marlow¶The lamps",
			"Press release: Lamps for Marlow¶Quays",
		},
		{"Press release: Lamps Marlow¶Quays¶Lamps Marlow¶The lamps", "Press release: Lamps Marlow¶Quays¶Lamps Marlow¶The lamps", ""},
		{
			"Quay lamps: Lamps for Marlow¶Quays¶Lamps for Marlow¶The lamps",
			"Quay lamps: Lamps for Marlow¶Quays¶Lamps for Marlow¶The lamps",
			"",
		},
		{
			"Press release: Lamps for Marlow today¶Quays¶Lamps for Marlow¶The lamps",
			"Press release: Lamps for Marlow today¶Quays¶Lamps for Marlow¶The lamps",
			"",
		},
		{
			"Lamps for old Marlow - Union¶Quays¶Lamps for old Marlow...¶The lamps",
			"#Lamps for old Marlow¶The lamps",
			"Lamps for old Marlow - Union¶Quays¶Lamps for old Marlow...",
		},
		{"Lamps for old Marlow - Union¶Quays¶Lamps for old…¶The lamps", "Lamps for old Marlow - Union¶Quays¶Lamps for old…¶The lamps", ""},
		{
			"Lamps for old Marlow - Union¶Quays¶Lamps for old Mar…¶The lamps",
			"#Lamps for old Marlow¶The lamps",
			"Lamps for old Marlow - Union¶Quays¶Lamps for old Mar…",
		},
		{"Lamps for old Marlow - ¶Quays¶Lamps for old Mar…¶The lamps", "Lamps for old Marlow - ¶Quays¶Lamps for old Mar…¶The lamps", ""},
		{
			"Lamps for old Marlow Union¶Quays¶Lamps for old Mar…¶The lamps",
			"Lamps for old Marlow Union¶Quays¶Lamps for old Mar…¶The lamps",
			"",
		},
		{
			"Lamps for new Marlow - Union¶Quays¶Lamps for old Mar…¶The lamps",
			"Lamps for new Marlow - Union¶Quays¶Lamps for old Mar…¶The lamps",
			"",
		},
		{
			"Lamps for old Marlow - Union¶Quays¶Lamps for old Mar¶The lamps",
			"Lamps for old Marlow - Union¶Quays¶Lamps for old Mar¶The lamps",
			"",
		},
	} {
		d := drafted("en")
		kept := outlined(d.crumbs(lined(c[0])))
		if kept != c[1] {
			t.Errorf("kept of %s: %q, want %q", c[0], kept, c[1])
		}
		if got := strings.Join(d.Letterhead, "¶"); got != c[2] {
			t.Errorf("above of %s: %q, want %q", c[0], got, c[2])
		}
	}
	if headlineAgain(nil) != 0 {
		t.Error("nothing has a headline")
	}
}

// TestDaysOnTheLineOfAHeadline are parted from it.
func TestDaysOnTheLineOfAHeadline(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"4 May 2026: Lamps for Marlow", "4 May 2026¶Lamps for Marlow"},
		{"The quays: Lamps for Marlow", "The quays: Lamps for Marlow"},
		{"4 May 2026: lamps for Marlow", "4 May 2026: lamps for Marlow"},
		{"4 May: Lamps for Marlow", "4 May: Lamps for Marlow"},
		{"4 May 2026", "4 May 2026"},
	} {
		if got := outlined(drafted("en").dayFirst(lined(c[0]))); got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
}

// TestNamesThatStandTwiceInABoilerplate tell that its heading runs on without a stop.
func TestNamesThatStandTwiceInABoilerplate(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{
		"About Tidewell Tidewell makes rope":                   true,
		"About Tidewell TIDEWELL makes rope":                   true,
		"About Tidewell Tidewell, a firm":                      true,
		"About Tidewell Tidewell™ makes rope":                  true,
		"About Tidewell rope":                                  false,
		"About Tidewell Tidewell":                              false,
		"About the Tidewell The Tidewell makes rope":           true,
		"About the Tidewell The rope makes":                    false,
		"About the Harbour Union The Harbour Union makes":      true,
		"About the Harbour Union Then Harbour Union makes":     false,
		"About tidewell tidewell makes rope":                   false,
		"Tidewell Tidewell makes rope":                         false,
		"Über Tidewell Tidewell makes rope":                    true,
		"About A B C D E F G A B C D E F G makes":              true,
		"About A B C D E F G H A B C D E F G H makes":          false,
		"About Old Tidewell Old Tidewell":                      false,
		"About the Tidewell and The Tidewell makes rope today": false,
	} {
		if got := aboutTwice(s); got != want {
			t.Errorf("%s: %t", s, got)
		}
	}
	for s, want := range map[string]bool{
		"Harbour Union": true, "Ropes & Lamps": true, "Union of Lamps": true, "Union lamps": false, "Lamps | Quays": false, "a@h": false,
		"Lamps: Quays": false, "Lamps/Quays": false, "Menu": false, "Our Lamps": false, "Ours Lamps": true, "Ropes + Lamps": false,
	} {
		if got := prose.LikeAName(s); got != want {
			t.Errorf("%s is like a name: %t", s, got)
		}
	}
}

// TestParagraphsPartedByTwoSpaces get their lines back, where one space parts sentences.
func TestParagraphsPartedByTwoSpaces(t *testing.T) {
	t.Parallel()
	fill := func(s string, n int) string { return s + strings.Repeat("x", n-len(s)) }
	for _, c := range []struct {
		text string
		want int // paragraphs
	}{
		{fill("A b. C d. E f.  G h.  I j ", 500), 3},
		{fill("A b. C d. E f.  G h.  I j ", 499), 1},
		{fill("A b. C d. E f.  G h. I j ", 500), 1},
		{fill("A b. C d.  E f.  G h ", 500), 1},
		{fill("A b. C d! E f?”  G h.  “I j ", 500), 3},
		{fill("A b. C d. E f.  g h.  i j ", 500), 1},
	} {
		if got := len(strings.Split(parted(c.text), "\n\n")); got != c.want {
			t.Errorf("%.40s of %d: %d", c.text, len(c.text), got)
		}
	}
}

// TestHeadlinesFarBelowMenus are those with which the title of the page begins, perhaps behind a day.
func TestHeadlinesFarBelowMenus(t *testing.T) {
	t.Parallel()
	const title = "Lamps for old Marlow | Union"
	for _, c := range []struct {
		title, lines string
		menu         int // lines of the menu
		want         int
	}{
		{title, "4 May 2026: Lamps for old Marlow¶The lamps", 24, 25},
		{title, "Note this: Lamps for old Marlow¶The lamps", 24, 0},
		{title, "Lamps for old Marlow¶The lamps", 24, 25},
		{title, "Lamps for old Marlow¶The lamps", 398, 399},
		{title, "Lamps for old Marlow¶The lamps", 399, 0},
		{title, "Lamps for old Marlow¶The lamps", 23, 0},
		{title, "Lamps for new Marlow¶The lamps", 24, 0},
		{"Lamps for old Marlow Union", "Lamps for old Marlow¶The lamps", 24, 0},
		{"Lamps for Marlow | Union", "Lamps for Marlow¶The lamps", 24, 0},
		{title, strings.Repeat("lamp ", 60) + "¶Lamps for old Marlow", 24, 26},
		{title, strings.Repeat("lamp ", 61) + "¶Lamps for old Marlow", 24, 0},
	} {
		list := append([]prose.Para{{Text: c.title}}, append(make([]prose.Para, c.menu), lined(c.lines)...)...)
		if got := headlineFar(list); got != c.want {
			t.Errorf("%s above %.40s: %d", c.title, c.lines, got)
		}
	}
	d := drafted("en")
	list := append([]prose.Para{{Text: title}}, append(make([]prose.Para, 24), lined("4 May 2026: Lamps for old Marlow¶The lamps")...)...)
	if got := outlined(d.crumbs(list)); got != "4 May 2026¶Lamps for old Marlow¶The lamps" {
		t.Errorf("below a long menu: %q", got)
	}
	if at := headlineAgain(lined("Lamps for old Marlow | Union¶Lamps for old Marlow")); at != 1 {
		t.Errorf("right below: %d", at)
	}
}
