package markup

import (
	"strings"
	"testing"
)

// TestSignsOfEachMarkup writes what each markup has of its own, and what only looks like that.
func TestSignsOfEachMarkup(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{ // name, text, Markdown
		{"a.adoc", "= Lamps\nAna Ruiz\nThe quays", "Ana Ruiz\n\n\n# Lamps\n\nThe quays"},
		{"a.adoc", "= Lamps\nAna Ruiz\n2026-05-04\n\nThe quays", "Ana Ruiz\n\n\n# Lamps\n\n\nDate: 2026-05-04\n\n\nThe quays"},
		{
			"a.adoc",
			"= Lamps\nAna Ruiz\nv1.2, 4 May 2026: old\n:key: b\n\nThe quays +\nburn",
			"Ana Ruiz\n\n\n# Lamps\n\n\nDate: 4 May 2026\n\n\nThe quays  \nburn\nleft :key: b",
		},
		{
			"a.adoc",
			"= Lamps\n:revdate: 4 May 2026\n:page-date: a\n:docdate: b\n:date: c\n:other: d\n\n:e: f\n:g: \"h\"",
			"\n# Lamps\n\n\nDate: 4 May 2026\n\n\nDate: a\n\n\nDate: b\n\n\nDate: c\n\n\n:g: \"h\"\nleft :other: d|:e: f",
		},
		{
			"a.adoc",
			"[quote, Ana Ruiz]\nThe lamps\nburn\n\n[verse, Bo Lind]\n____\nThe quays\n____\n",
			"\n> The lamps\n> burn\n>\n> — Ana Ruiz\n\n\n\n\n> The quays\n>\n> — Bo Lind\n\n\n",
		},
		{
			"a.adoc",
			". Lamps\nimage::a.png[Quay, 20]\nlink:https://h.example[a] https://h.example[] " +
				"mailto:ana@h.example[ana@h.example]\n[NOTE]\n----\na\n'''",
			"1. Lamps\n![Quay](a.png)\n[a](https://h.example) https://h.example ana@h.example\n\n\na\n\nleft [NOTE]",
		},
		{"a.bbcode", "[b]Lamps[/b]\nThe quays\nburn\n> they\nsay\n\nall", "# Lamps\n\nThe quays  \nburn  \n> they\nsay\n\nall"},
		{
			"a.bbcode",
			"a\n# b\nc\n[quote=\"Ana Ruiz\"]d[/quote]\n[*] e\n[url=https://h.example]f[/url] [img]g.png[/img]",
			"a  \n# b\nc\n\n> d\n>\n> — Ana Ruiz\n* e  \n[f](https://h.example) ![](g.png)",
		},
		{
			"a.rst",
			"====\nLamps\n====\n\nQuays\n-----\n\nRopes\n=====\n\nShips\n------\n",
			"\n# Lamps\n\n\n\n## Quays\n\n\n\n### Ropes\n\n\n\n## Ships\n\n",
		},
		{"a.rst", "====\nLamps\n----\n", "\n\n# Lamps\n\n"},
		{"a.rst", "====\nLamps\n=a=\n", "\nLamps\n=a=\n"},
		{"a.rst", "====\nLamps", "\nLamps"},
		{"a.rst", "Lamps\n=-=-=", "Lamps\n"},
		{"a.rst", " Lamps\n=====", " Lamps\n"},
		{"a.rst", "Old lamps\n======", "\n# Old lamps\n"},
		{"a.rst", "Old lamps\n=====", "Old lamps\n"},
		{"a.rst", ":date: 4 May 2026\n:title: Lamps\n:key: a\n\nThe quays", "Date: 4 May 2026\n\n\n# Lamps\n\n\nThe quays\nleft :key: a"},
		{"a.rst", ".. figure:: a.png\n\t:alt: Quays\n\n\tThe quays\n\nThe lamps", "\n![Quays](a.png)\n\nThe quays\n\nThe lamps"},
		{"a.rst", ".. image:: a.png\n   :alt: Quays\n   :width: 20\n\nThe lamps", "\n![Quays](a.png)\n\n\n\nThe lamps"},
		{"a.rst", ".. pull-quote::\n\n   The quays\n   :alt: burn\n\nThe lamps", "\n> The quays\n> :alt: burn\n\n\nThe lamps"},
		{"a.rst", ".. code:: go\n\n   a\n\nThe lamps", "The lamps\nleft .. code:: go"},
		{
			"a.rst",
			".. note:: The quays\n\n   burn\n.. a comment\n   of two lines\nThe lamps",
			"\nThe quays\n\nburn\n\nThe lamps\nleft .. a comment",
		},
		{
			"a.rst",
			"| The quays\n| burn\n\n`a <https://h.example>`_ :ref:`b` `c`_ ``d``",
			"The quays  \nburn  \n\n[a](https://h.example) b c `d`",
		},
	} {
		got, left, ok := Markdown(c[0], c[1])
		if len(left) > 0 {
			got += "\nleft " + strings.Join(left, "|")
		}
		if got != c[2] || !ok {
			t.Errorf("%s %s: %q, want %q", c[0], strings.ReplaceAll(c[1], "\n", "/"), got, c[2])
		}
	}
}

// TestMarkupsAreToldByTheirSigns where a file's name tells nothing, and not where a text is Markdown already.
func TestMarkupsAreToldByTheirSigns(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"a.txt", "h1. Lamps", true},
		{"a.txt", "h1. Lamps [a](b)", false},
		{"a.textile", "h1. Lamps [a](b)", true},
		{"a.txt", "Lamps", false},
		{"a.txt", ".. note:: Lamps", true},
		{"a.txt", "= Lamps\n\n== Quays", true},
		{"a.txt", "'''Lamps''' of the [[Quay]]", true},
		{"a.txt", "[b]Lamps[/b] [url=a]b[/url]", true},
		{"a.textile", strings.Repeat("x", longest), true},
		{"a.textile", strings.Repeat("x", longest+1), false},
	} {
		if _, _, got := Markdown(c.name, c.text); got != c.want {
			t.Errorf("%s %.40s: %t", c.name, c.text, got)
		}
	}
	want := "\n> Lamps\n> burn\n>\n> — Ana\n\n\n# a\n\n###### b\n"
	if got := Quoted("Lamps\nburn", " Ana, ") + heading(0, " a ") + heading(7, "b"); got != want {
		t.Errorf("what is set off: %q", got)
	}
}
