package frontmatter

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/diagnostic"
)

// What is said of a line that is none of front matter, and of a text without its marks.
const (
	notKey = "this line is neither a key with its value, as in headline = \"…\", nor the header of a table; " +
		"put # before it if it is a remark, or move it below the front matter [line]"
	notSetting = "this line is neither a key with its value, as in name = \"…\", nor the header of a table; " +
		"put # before it if it is a remark, or delete it [line]"
	notUTF8    = "not UTF-8 (byte 0x%02x); save the file as UTF-8 [encoding]"
	isUTF16    = "1:1 the file is in UTF-16; save it as UTF-8 [encoding]"
	noControl  = "TOML files cannot contain control characters: '0x0d' [toml]"
	noEnd      = "the text that begins here has no end; write %s behind its last word, on line 2 as it seems [quotation-marks]"
	threeMarks = "a text stands between quotation marks; write \"\"\" at its beginning too [quotation-marks]"
	notOpened  = "1:1 the file does not begin with front matter; write a line +++, the keys in TOML, and another line +++ [front-matter]"
	exampleDay = "a day is written year-month-day, as in 2026-07-26T09:00:00 (the year first, then the month and the day) [time]"
	marksX     = "a text stands between quotation marks; write \"x\" [quotation-marks]"
	ownLine    = "each key stands on a line of its own; begin a new line before b [line]"
)

// placed is what is said of a file, each with its place and its rule.
func placed(list diagnostic.List) string {
	var out []string
	for _, d := range list.Sort() {
		out = append(out, fmt.Sprintf("%d:%d %s [%s]", d.Line, d.Column, d.Message, d.Rule))
	}
	return strings.Join(out, "\n")
}

// slipRow is a file, what is said of it, and its front matter as it is read in spite of that; "-"
// where it is not read.
type slipRow struct{ src, said, read string }

func slipRows(t *testing.T, fences bool, rows []slipRow) {
	t.Helper()
	for _, c := range rows {
		_, said := whole(recoverFile("x.md", []byte(c.src), fences))
		if got := placed(said); got != c.said {
			t.Errorf("%q:\n%s\nwant\n%s", c.src, got, c.said)
		}
		read := "-"
		if d, _ := recoverFile("x.md", []byte(c.src), fences); d != nil {
			read = string(d.Src[d.Front.Start:d.Front.End])
		}
		if read != c.read {
			t.Errorf("%q is read as\n%q, want\n%q", c.src, read, c.read)
		}
	}
}

// A release's file with a slip is read as it was meant, and the slip is said once, at its place.
func TestAFileIsReadAsItWasMeant(t *testing.T) {
	y81 := strings.Repeat("y", 81)
	slipRows(t, true, []slipRow{
		{
			"\n+++ \t\na = 1\n+++\n",
			"1:1 the file does not begin with front matter; delete what is empty above it: +++ is its first line [front-matter]", "a = 1\n",
		},
		{"+++\r\na = x\r\n\r\nb = 1\r\n+++\r\n", "2:5 " + marksX, "a = \"x\"\r\n\r\nb = 1\r\n"},
		// A line that is nothing is told, the next one that follows it is not.
		{"+++\nOne word!\nTwo words!\na = 1\n+++\n", "2:1 " + notKey, "#One word!\n#Two words!\na = 1\n"},
		{"+++\nOne word!\n# x\nTwo words!\na = 1\n+++\n", "2:1 " + notKey + "\n4:1 " + notKey, "#One word!\n# x\n#Two words!\na = 1\n"},
		{"+++\nOne word!\n\nTwo words!\na = 1\n+++\n", "2:1 " + notKey + "\n4:1 " + notKey, "#One word!\n\n#Two words!\na = 1\n"},
		{"+++\nOne word!\n[b]\nTwo words!\na = 1\n+++\n", "2:1 " + notKey + "\n4:1 " + notKey, "#One word!\n[b]\n#Two words!\na = 1\n"},
		{"+++\nOne word!\nb = 2\nTwo words!\na = 1\n+++\n", "2:1 " + notKey + "\n4:1 " + notKey, "#One word!\nb = 2\n#Two words!\na = 1\n"},
		// Names of several words are told, and read between marks.
		{
			"+++\ntwo words = 1\n[three more words]\na = 1\n+++\n",
			"2:1 a key is one word, not \"two words\" [key]\n3:2 a table's name is one word, not \"three more words\" [table]",
			"\"two words\" = 1\n[\"three more words\"]\na = 1\n",
		},
		// A table that is opened by a colon.
		{"+++\nrow:\na = \"x\"\n+++\n", "2:1 a table begins with its name in brackets; write [[row]] [table]", "[[row]]\na = \"x\"\n"},
		{"+++\nrow:\u00a0\na = \"x\"\n+++\n", "2:1 a table begins with its name in brackets; write [[row]] [table]", "[[row]] \na = \"x\"\n"},
		{"+++\nrow: # y\na = \"x\"\n+++\n", "2:1 a table begins with its name in brackets; write [[row]] [table]", "[[row]] # y\na = \"x\"\n"},
		{
			"+++\na = 1\nrow:",
			"1:1 the front matter is not closed; write a line +++ after its last key [front-matter]\n" +
				"3:4 a key and its value are joined by =, not by a colon; write row = \"\" [sign]",
			"a = 1\nrow = \"\"\n",
		},
		// A path is a value behind a colon, the rest of an address is none.
		{
			"+++\npath: /x/y\nhttp://marlow.example\n+++\n",
			"2:5 a key and its value are joined by =, not by a colon; write path = \"/x/y\" [sign]\n3:1 " + notKey,
			"path = \"/x/y\"\n#http://marlow.example\n",
		},
		// Keys with an invisible character, of which no more is said.
		{"+++\na\u200b \"x\"\n+++\n", "2:2 an invisible character (U+200B) stands here; delete it [space]", "a = \"x\"\n"},
		{"+++\na\u200b = 1\n+++\n", "2:2 an invisible character (U+200B) stands here; delete it [space]", "a = 1\n"},
		{"+++\nlamp\u200bs: \u200bx\n+++\n", "2:5 an invisible character (U+200B) stands in this key; delete it [space]", "lamps = \"x\"\n"},
		{"+++\nlamp\u200bs =\n+++\n", "2:5 an invisible character (U+200B) stands in this key; delete it [space]", "lamps =\"\"\n"},
		{"+++\nlamp\u200bs \"x\"\n+++\n", "2:5 an invisible character (U+200B) stands in this key; delete it [space]", "lamps = \"x\"\n"},
		// Keys on one line.
		{"+++\na = \"x\",\tb = \"y\"\n+++\n", "2:8 " + ownLine, "a = \"x\"\nb = \"y\"\n"},
		{"+++\na = [\"x\"],\t;b = \"y\"\n+++\n", "2:10 " + ownLine, "a = [\"x\"]\nb = \"y\"\n"},
		{"+++\na = [\"x\"];\tb = \"y\"\n+++\n", "2:10 " + ownLine, "a = [\"x\"]\nb = \"y\"\n"},
		{
			"+++\na = \"x\" b = \"y\" +++\n+++\nBody.\n",
			"2:9 " + ownLine + "\n2:17 +++ stands behind the end of what is set here; put # before it if it is a remark, or delete it [line]",
			"a = \"x\" \nb = \"y\" \n",
		},
		// Texts between three marks, and without all of them.
		{
			"+++\na = \"\"the \"Swan\" sails\"\"\"\n+++\n",
			"2:5 a text that ends with \"\"\" begins with \"\"\"; three marks are needed here [quotation-marks]",
			"a = \"\"\"the \"Swan\" sails\"\"\"\n",
		},
		{
			"+++\na = \"\"x\\q\"\"\"\n+++\n",
			"2:5 a text that ends with \"\"\" begins with \"\"\"; three marks are needed here [quotation-marks]",
			"a = \"\"\"x\\\\q\"\"\"\n",
		},
		{
			"+++\na = \"\"x\"\"\n+++\n",
			"2:6 a straight quotation mark ends a text; inside one write “ and ”, or \\\" with a backslash before it [quotation-marks]",
			"a = \"\\\"x\\\"\"\n",
		},
		{
			"+++\na = \"x\\\ry\"\n+++\n",
			"2:7 \\ means nothing in a text; write the character alone, or \\\\ where a backslash is meant [escape]", "a = \"x\\\\y\"\n",
		},
		{
			"+++\na = \"pics\\\\oar.png\"\nb = z\n+++\n",
			"3:5 a text stands between quotation marks; write \"z\" [quotation-marks]", "a = \"pics\\\\oar.png\"\nb = \"z\"\n",
		},
		{"+++\na = the \"Swan\" sails\"\"\"\n+++\n", "2:5 " + threeMarks, "a = \"\"\"the \"Swan\" sails\"\"\"\n"},
		{"+++\na = the \"Swan\" sails”””\n+++\n", "2:5 " + threeMarks, "a = \"\"\"the \"Swan\" sails\"\"\"\n"},
		{"+++\na = the \"Swan\"\nsails\"\"\"\n+++\n", "2:5 " + threeMarks, "a = \"\"\"the \"Swan\"\nsails\"\"\"\n"},
		{
			"+++\na = \"pics\\oar.png”\n+++\n",
			"2:18 a text ends with a straight quotation mark; write \" instead of ” [quotation-marks]", "a = \"pics/oar.png\"\n",
		},
		{"+++\na = \"pics\\oar.png\n+++\n", "2:18 the text is not closed; write \" at its end [quotation-marks]", "a = \"pics/oar.png\"\n"},
		{
			"+++\na = \"\"\"x\nb: two\"\"\"\nc = z\n+++\n",
			"4:5 a text stands between quotation marks; write \"z\" [quotation-marks]", "a = \"\"\"x\nb: two\"\"\"\nc = \"z\"\n",
		},
		{"+++\na = \"\"\"x”””, y\nb = \"z\"\n+++\n", "2:5 " + fmt.Sprintf(noEnd, `"""`), "a = \"\"\"x”””, y\"\"\"\nb = \"z\"\n"},
		{
			"+++\na = [\"\"\"x”””, \"y\"]\n+++\n",
			"2:10 a text stands between straight quotation marks; write \"\"\" at its beginning and at its end [quotation-marks]",
			"a = [\"\"\"x\"\"\", \"y\"]\n",
		},
		{"+++\na = \"\"\"x”\nb = \"y\"\n+++\n", "2:5 " + fmt.Sprintf(noEnd, `"""`), "a = \"\"\"x”\"\"\"\nb = \"y\"\n"},
		{"+++\na = '''x'\nb = \"y\"\n+++\n", "2:5 " + fmt.Sprintf(noEnd, `'''`), "a = '''x''''\nb = \"y\"\n"},
		{"+++\na = \"\"\"x\",\nb = \"y\"\n+++\n", "2:5 " + fmt.Sprintf(noEnd, `"""`), "a = \"\"\"x\",\"\"\"\nb = \"y\"\n"},
		{
			"+++\na = \"\"\"x\"\nb = \"y\"\n+++\n",
			"2:9 a text that begins with \"\"\" ends with \"\"\"; three marks are needed here [quotation-marks]", "a = \"\"\"x\"\"\"\nb = \"y\"\n",
		},
		// A backslash at a line's end, with blanks behind it or not.
		{
			"+++\na = \"\"\"x\\ \t\n  y\\\n\"\"\"\nb = z\n+++\n",
			"5:5 a text stands between quotation marks; write \"z\" [quotation-marks]", "a = \"\"\"x\\ \t\n  y\\\n\"\"\"\nb = \"z\"\n",
		},
		{
			"+++\r\na = \"\"\"x\\\r\n  y\\\t\r\n\"\"\"\r\nb = z\r\n+++\r\n",
			"5:5 a text stands between quotation marks; write \"z\" [quotation-marks]", "a = \"\"\"x\\\r\n  y\\\t\r\n\"\"\"\r\nb = \"z\"\r\n",
		},
		{
			"+++\na = \"\"\"x\\" + strings.Repeat(" \t", 400) + "\ny\"\"\"\nb = z\n+++\n",
			"4:5 a text stands between quotation marks; write \"z\" [quotation-marks]",
			"a = \"\"\"x\\" + strings.Repeat(" \t", 400) + "\ny\"\"\"\nb = \"z\"\n",
		},
		{
			"+++\na = \"\"\"x\\ y\"\"\"\n+++\n",
			"2:9 \\ means nothing in a text; write the character alone, or \\\\ where a backslash is meant [escape]", "a = \"\"\"x\\\\ y\"\"\"\n",
		},
		// Lists in lists, as deep as may be and deeper.
		{
			"+++\na = [[[[[[[[[“x”]]]]]]]]]\n+++\n",
			"2:14 a text stands between straight quotation marks; write \" at its beginning and at its end [quotation-marks]",
			"a = [[[[[[[[[\"x\"]]]]]]]]]\n",
		},
		{
			"+++\na = [[[[[[[[[[“x”]]]]]]]]]]\n+++\n",
			"2:14 a text stands between quotation marks; write \"[“x\" [quotation-marks]", "a = [[[[[[[[[\"[“x\"]]]]]]]]]\n",
		},
		// Lists without brackets: what is to be written is told up to 90 characters.
		{
			"+++\na = \"x\", \"" + y81 + "\"\n+++\n", "2:5 several texts stand in brackets; write [\"x\", \"" + y81 + "\"] [list]",
			"a = [\"x\", \"" + y81 + "\"]\n",
		},
		{
			"+++\na = \"xy\", \"" + y81 + "\"\n+++\n", "2:5 several texts stand in brackets; write [\"xy\", \"" + y81 + "\"… [list]",
			"a = [\"xy\", \"" + y81 + "\"]\n",
		},
	})
}

// A time is told from what stands behind it, and what is no time is told why.
func TestATimeIsReadAsItWasMeant(t *testing.T) {
	const behind = " stands behind the end of what is set here; put # before it if it is a remark, or delete it [line]"
	noTime := func(time, advice string) string {
		return "2:5 " + time + " is no time as it is written here; write " + advice + " [time]"
	}
	const half9, berlin = "2026-12-03T09:30:00", " (CET is +01:00), or 2026-12-03T09:30:00 with timezone = \"Europe/Berlin\""
	ofYourZone := half9 + " with the offset of your zone, as in 2026-12-03T09:30:00-07:00"
	zeroes := strings.Repeat("0", 21)
	rows := []slipRow{
		{"2026-12-03 ABC", noTime("2026-12-03 ABC", "2026-12-03, or with the time of day, 2026-12-03T09:00:00"), "2026-12-03"},
		{"2026-12-03 ABC words", "2:16 ABC words" + behind, "2026-12-03 "},
		{"2026-12-03\tand more", "2:16 and more" + behind, "2026-12-03\t"},
		{"2026-12-03 \t and more", "2:18 and more" + behind, "2026-12-03 \t "},
		{half9 + " CET", noTime(half9+" CET", half9+"+01:00"+berlin), half9 + "+01:00"},
		{half9 + "  CET", noTime(half9+" CET", half9+"+01:00"+berlin), half9 + "+01:00"},
		{"2026-12-03 9:30:00." + zeroes[:21], noTime("2026-12-03 9:30:00."+zeroes[:21], half9), half9},
		{"2026-12-03 9:30:00." + zeroes + "0", noTime("2026-12-03 9:30:00."+zeroes+"…", half9), half9},
		{half9 + " cet", noTime(half9+" cet", half9+"+01:00"+berlin), half9 + "+01:00"},
		{half9 + " (cet)", noTime(half9+" (cet)", half9+"+01:00"+berlin), half9 + "+01:00"},
		{half9 + " (Cet", noTime(half9+" (Cet", half9+"+01:00"+berlin), half9 + "+01:00"},
		{half9 + " cet)", noTime(half9+" cet)", half9+"+01:00"+berlin), half9 + "+01:00"},
		{"2026-12-0312345678", "2:5 there is no day 0312345678 in a month; " + exampleDay, `""`},
		{"2026-12-03123456789", "2:5 there is no day 0312345678… in a month; " + exampleDay, `""`},
		{"2026-12-03 9:30 +05:59", noTime("2026-12-03 9:30 +05:59", half9+"+05:59"), half9 + "+05:59"},
		{"2026-12-03 9:30 +05:60", noTime("2026-12-03 9:30 +05:60", ofYourZone), half9},
		{"2026-12-03 9:30 -14:00", noTime("2026-12-03 9:30 -14:00", half9+"-14:00"), half9 + "-14:00"},
		{"2026-12-03 9:30 +15:00", noTime("2026-12-03 9:30 +15:00", ofYourZone), half9},
	}
	for i, c := range rows {
		rows[i] = slipRow{"+++\na = " + c.src + "\n+++\n", c.said, "a = " + c.read + "\n"}
	}
	slipRows(t, true, rows)
}

// Settings have no fences, and their headers have one bracket or two.
func TestSettingsAreReadAsTheyWereMeant(t *testing.T) {
	const missing = "a bracket is missing; write "
	slipRows(t, false, []slipRow{
		{"[row\na = 1\n", "1:5 " + missing + "[row] [table]", "[row]\na = 1\n"},
		{"[row]]\na = 1\n", "1:2 a bracket is missing or too many; write [[row]] [table]", "[[row]]\na = 1\n"},
		{"[[row]\na = 1\n", "1:7 " + missing + "[[row]] [table]", "[[row]]\na = 1\n"},
		{"– x = 1\na = 1\n", "1:1 " + notSetting, "#– x = 1\na = 1\n"},
		{"— x = 1\na = 1\n", "1:1 " + notSetting, "#— x = 1\na = 1\n"},
		{"a = 1\n+++\nb = x\n", "2:1 " + notSetting + "\n3:5 " + marksX, "a = 1\n#+++\nb = \"x\"\n"},
		{"a = 1\n---\nb = x\n", "2:1 " + notSetting + "\n3:5 " + marksX, "a = 1\n#---\nb = \"x\"\n"},
		{"a = [\"x\"", "1:9 the list is not closed; write ] at its end [list]", "a = [\"x\"]"},
		{"a = [\"x\"\n", "1:9 the list is not closed; write ] at its end [list]", "a = [\"x\"]\n"},
		{"a = [\"x\"\n\n", "1:9 the list is not closed; write ] at its end [list]", "a = [\"x\"]\n\n"},
		{"a =", "1:4 a has no value; write it behind the =, or delete the line [value]", "a =\"\""},
		{"a = \n", "1:4 a has no value; write it behind the =, or delete the line [value]", "a = \"\"\n"},
		{"a:\n\n", "1:2 a key and its value are joined by =, not by a colon; write a = \"\" [sign]", "a = \"\"\n\n"},
		{"a:", "1:2 a key and its value are joined by =, not by a colon; write a = \"\" [sign]", "a = \"\""},
		{"\xfea = 1\n", "1:1 " + fmt.Sprintf(notUTF8, 0xfe) + "\n1:1 " + notSetting, "#?a = 1\n"},
		{"\xffa = 1\n", "1:1 " + fmt.Sprintf(notUTF8, 0xff) + "\n1:1 " + notSetting, "#?a = 1\n"},
		{"\xfe\xffa = 1\n", isUTF16, "-"},
		{"\xff\xfea = 1\n", isUTF16, "-"},
	})
}

// What the parsers refuse is taken out of a file, a statement after the other, and all of it is told.
func TestWhatTheParsersRefuseIsTold(t *testing.T) {
	const twiceInBraces = "Key 'k%d.b' has already been defined. [toml]"
	many := func(n int) (lines, said, gone string) {
		for i := 1; i <= n; i++ {
			lines += fmt.Sprintf("k%d = {b = 1, b = 2}\n", i)
			said += fmt.Sprintf("%d:14 "+twiceInBraces+"\n", i+1, i)
			gone += strings.Repeat(" ", len("k1 = {b = 1, b = 2}")) + "\n"
		}
		return
	}
	seven, said7, gone7 := many(7)
	eight, said8, _ := many(8)
	const slips = "two words = 3\nc = z\n"
	told := func(line int) string {
		return fmt.Sprintf("%d:1 a key is one word, not \"two words\" [key]\n", line) +
			fmt.Sprintf("%d:5 a text stands between quotation marks; write \"z\" [quotation-marks]", line+1)
	}
	slipRows(t, true, []slipRow{
		{"+++\n" + seven + slips + "+++\n", said7 + told(9), gone7 + "\"two words\" = 3\nc = \"z\"\n"},
		{"+++\n" + eight + slips + "+++\n", said8 + told(10), "-"},
		// A line that holds a carriage return alone, among empty ones.
		{
			"+++\nk1 = {b = 1, b = 2}\n" + slips + "\n\n\r\r\nd = 3\n+++\n",
			"2:14 " + fmt.Sprintf(twiceInBraces, 1) + "\n" + told(3) + "\n6:1 " + noControl, "-",
		},
		{"+++\nk1 = {b = 1, b = 2}\n\n\n\r\r\n+++\n", "2:14 " + fmt.Sprintf(twiceInBraces, 1) + "\n4:1 " + noControl, "-"},
		{"+++\nd = 3\n\r\r\n+++\n", "2:6 " + noControl, "-"},
		{"+++\nd = z\n\r\r\n+++\n", "2:5 a text stands between quotation marks; write \"z\" [quotation-marks]\n2:6 " + noControl, "-"},
	})
}

// What a release's file may hold is bounded though its fence is missing; settings may hold more.
func TestHowManyKeysAFileMayHold(t *testing.T) {
	const tooMany = "more than 5000 keys and tables; a release needs a few dozen [limit]"
	const notClosed = "1:1 the front matter is not closed; write a line +++ after its last key [front-matter]"
	for _, c := range []struct {
		name, src string
		fences    bool
		said      string
	}{
		{"not closed", "+++\n" + keys(maxKeys), true, notClosed},
		{"one more, not closed", "+++\n" + keys(maxKeys+1), true, notClosed + "\n5002:8 " + tooMany},
		{"settings", keys(maxKeys+1) + "z = 1_\n", false, "5002:5 a text stands between quotation marks; write \"1_\" [quotation-marks]"},
	} {
		if _, said := whole(recoverFile("x.md", []byte(c.src), c.fences)); placed(said) != c.said {
			t.Errorf("%s: %.300s", c.name, placed(said))
		}
	}
}

// Of very many slips the first are told, and one statement looks through its line so often.
func TestHowMuchIsLookedAtAndTold(t *testing.T) {
	slips := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "k%d = word\n", i)
		}
		return "+++\n" + b.String() + "+++\n"
	}
	// What is to be written is told with its own slip, and with no other.
	_, said := Split("x.md", []byte(strings.ReplaceAll(slips(maxFaults+9), " =", ":")))
	if got, want := said[maxFaults-1].Message, "a key and its value are joined by =, not by a colon; write k199 = \"word\""; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	for n, want := range map[int]int{maxFaults - 1: maxFaults - 1, maxFaults: maxFaults, maxFaults + 1: maxFaults, maxFaults + 9: maxFaults} {
		if _, said := Split("x.md", []byte(slips(n))); len(said) != want {
			t.Errorf("%d slips: %d are told, want %d", n, len(said), want)
		}
	}
	for _, c := range []struct {
		name, text, want string
		n, most          int
	}{
		{"marks", `"p"q", `, `p"q`, 40, maxLooks},
		{"apostrophes", `'p'q', `, `p'q`, 4000, 100 * maxLooks},
	} {
		d, diags := Recover("x.md", []byte("+++\na = ["+strings.Repeat(c.text, c.most)+"]\n+++\n"))
		if d == nil || c.n != c.most {
			t.Fatalf("%s: %v", c.name, diags)
		}
		list := d.Root().Strings("a")
		more, _ := Recover("x.md", []byte("+++\na = ["+strings.Repeat(c.text, c.most+1)+"]\n+++\n"))
		if got := more.Root().Strings("a")[c.most:]; strings.Join(got, " ") != "p q" {
			t.Errorf("%s: one more is read as %q", c.name, got)
		}
		for _, got := range list {
			if got != c.want {
				t.Fatalf("%s: %q", c.name, list)
			}
		}
		if len(list) != c.most {
			t.Errorf("%s: %d", c.name, len(list))
		}
	}
}
