package importer

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/importer/prose"
)

// shownParas are paragraphs as they were read.
func shownParas(list []prose.Para) string {
	var b strings.Builder
	for _, p := range list {
		fmt.Fprintf(&b, " [%d%s", p.Level, p.Bullet)
		if p.Quoted {
			b.WriteString(" quoted")
		}
		if p.Aside {
			b.WriteString(" aside")
		}
		fmt.Fprintf(&b, " %q%q", p.Text, p.Table)
		for _, m := range p.Marks {
			b.WriteString(" " + expect.Given(m))
		}
		b.WriteString("]")
	}
	return b.String()
}

// What is read of each element of a page, and of what pages hide, strike out and raise.
func TestElementsOfPages(t *testing.T) {
	var b strings.Builder
	read := func(page string, mail, keep bool) {
		w := &walker{mail: mail, keep: keep}
		list, err := w.page([]byte("<html><head><title>T</title></head><body>" + page + "</body></html>"))
		fmt.Fprintf(&b, "%s\n ", page)
		if err != nil {
			fmt.Fprintf(&b, " %v", err)
		}
		b.WriteString(shownParas(list))
		for _, p := range w.pictures {
			b.WriteString(" picture " + expect.Given(p))
		}
		for _, s := range w.told {
			fmt.Fprintf(&b, " told %q", s)
		}
		if w.signature {
			b.WriteString(" signature")
		}
		b.WriteString("\n")
	}
	for _, tag := range strings.Fields("p div section article main header footer aside figure figcaption address dl dt dd center ul ol li body pre hr blockquote h1 h2 h3 h4 h5 h6 a b strong i em cite del s strike sup sub q br img table script style head noscript template iframe object svg nav form button select title option span font u code small mark ins center textarea video x-y") {
		read("a <"+tag+">b <b>c</b></"+tag+"> d", false, false)
	}
	for _, style := range []string{
		"hidden", "style=\"display:none\"", "style=\"DISPLAY : NONE\"", "style=\"color:red;visibility: hidden\"", "style=\"xdisplay:none\"", "style=\"text-decoration: line-through\"", "style=\"text-decoration:underline\"", "style=\"VERTICAL-ALIGN: SUPER\"", "style=\"vertical-align:sub\"", "class=\"gone\"", "class=\"a gone b\"", "class=\"narrow\"", "class=\"under\"", "class=\"shown\"", "class=\"commented\"",
		"class=\"gmail_signature\"", "class=\"moz-signature\"", "class=\"AppleMailSignature\"", "id=\"Signature\"", "id=\"x_signature\"", "id=\"AppleMailSignature\"", "id=\"ms-outlook-mobile-signature-1\"", "id=\"signature2\"", "class=\"signature\"",
	} {
		for _, mail := range []bool{false, true} {
			read("<style>.gone { display: none } .a .under { display:none } .shown { display: block } /* x */.commented{display:none} @media (max-width: 1px) { .narrow { display: none } }</style><p>a <span "+style+">b c</span> d</p>", mail, false)
		}
	}
	for _, up := range strings.Split("st|state|ND|rd|th|er|re|ère|e|ème|eme|nde|o|a|os|as|r|ro|do|to|º|ª|tm|TM|™|R|®|2|10|+|-|−|=|(|)|n|i|n/2|x|ab|ABW|q|Q|é|?| ", "|") {
		for _, tag := range []string{"sup", "sub"} {
			read("1<"+tag+">"+up+"</"+tag+"> m<"+tag+">"+up+"</"+tag+">", false, false)
		}
	}
	for _, page := range []string{
		"<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>", "<ol><li><p>a</p><p>b</p></li></ol>", "<blockquote><p>a</p><p>b</p></blockquote>c", "a<br>b <br> c", "<pre>a\n  b</pre>", "a \n\t b", "<p> a </p> <p>b</p>", "<a href=\"https://a.example\">b</a>", "<a href=\"mailto:a@b.example\">b</a>", "<a href=\"tel:+1\">b</a>", "<a href=\"/x\">b</a>", "<a href=\"javascript:x\">b</a>", "<a href=\"https://a.example\"><b>c</b> d</a>", "<a>b</a>",
		"<h1><b>a</b> <i>b</i></h1>", "<p><b><i>a</i></b></p>", "<p><b>a</b><b>b</b></p>", "<p>a<b> b </b>c</p>", "<del>a</del><s>b</s>", "<p>a<del>b</del></p><p><del>c</del></p>", "<q>a <q>b</q></q>",
		"<table><tr><td>a</td></tr></table>", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "<table><tr><th>a|b</th><th>c<br>d</th></tr><tr><td><b>e</b></td><td><a href=\"https://a.example\">f</a></td></tr></table>", "<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>", "<table><tr><td>a</td><td>" + strings.Repeat("x", 300) + "</td></tr></table>", "<table><tr><td>a</td><td>" + strings.Repeat("x", 301) + "</td></tr></table>", "<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td><td>c</td></tr></table>", "<table></table>", "<table><tr></tr></table>",
		"<table>" + strings.Repeat("<tr><td>a</td><td>b</td></tr>", 3) + "</table>", "<ul><li>a</li></ul><ol><li>b</li></ol>", "<p>a</p><hr><p>b</p>", "<center>a</center>", strings.Repeat("<div>", 100) + "a", "a&nbsp;b &amp; c &lt;d&gt;", "a&#13;b c", "<div>a<table><tr><td>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>f</div>", "a\fb\rc", "<p><sup>2</sup> a</p>", "<p>a<sup>st</sup></p>", "<table><tr><td></td><td>b</td></tr><tr><td>c<br>e</td><td></td></tr></table>", "<p>a <del>&#8203;b\u200cc&nbsp;</del> d</p>", "<p>a <del>\u200c&nbsp;</del> d</p>", "<nav>a &#8203;b&shy;c</nav>d",
		"<span style=\"TEXT-DECORATION: LINE-THROUGH\">a</span>b", "<p>a <object data=\"https://a.example/b.pdf\">c</object> d</p>", "<p>a <embed src=\"https://a.example/" + strings.Repeat("b", 100) + ".swf\"> d</p>", "<p>a <video><source src=\"https://a.example/b.mp4\"></video> d</p>", "<p>a <del>" + strings.Repeat("oar ", 100) + "</del> d</p>", "<a href=\"HTTPS://a.example\">b</a>", "<a href=\"https:///x\">b</a>", "<a href=\"mailto://x\">b</a>", "<a href=\"ftp://a.example\">b</a>", "<a href=\"https://a.example/b c\">d</a>", "<a href=\"https://a.example/(b)\">d</a>", "<a href=\"https://a.example/&#9;b\">d</a>", "<a href=\"https://a.example/&quot;b\">d</a>", "<a href=\"https://a.example/\\b\">d</a>", "<a href=\"https://a.example/&lt;b&gt;\">d</a>",
	} {
		read(page, false, false)
	}
	for _, picture := range []string{
		"<img src=\"https://a.example/b.jpg\" alt=\"A pier\">", "<img src=\"b.jpg\" alt=\"x\">", "<img alt=\"x\">", "<figure><img src=\"https://a.example/b.jpg\"><figcaption>Low tide (Photo: Ana Ruiz)</figcaption></figure>", "<figure><img src=\"https://a.example/b.jpg\" title=\"t\"><img src=\"https://a.example/c.jpg\"><figcaption>Both</figcaption></figure>", "<figcaption>alone</figcaption>", "<figure>a</figure>", "<img src=\"https://a.example/b.gif\" width=\"1\" height=\"1\">", "<img src=\"https://a.example/b.jpg\" srcset=\"https://a.example/big.jpg 2x\">", "<a href=\"https://a.example/big.jpg\"><img src=\"https://a.example/b.jpg\"></a>", "<img data-src=\"https://a.example/b.jpg\" src=\"data:x\">", "<img src=\"https://a.example/b.jpg\" alt=\"A\"><img src=\"https://a.example/b.jpg\" alt=\"B\">",
	} {
		read("<p>"+picture+"</p>", false, true)
	}
	for _, caption := range []string{
		"Low tide. Photo: Ana Ruiz", "Low tide (photo by Ana Ruiz)", "Low tide [Credit: Ana]", "Low tide – Foto: Ana", "Low tide / Bild: Ana", "Low tide | Crédit : Ana", "Photo: Ana", "Photographs: Ana, Bo", "Image © Ana", "Low tide Picture by Ana", "Credit: A", "Photo of a pier", "Photo: " + strings.Repeat("x", 121), "Foto de: Ana.", "Low tide (photo / Ana)", "créditos: Ana", "A photo: of (a) pier",
	} {
		words, credit := Credited(caption)
		fmt.Fprintf(&b, "caption %.40q: %q by %.30q\n", caption, words, credit)
	}
	for _, s := range []string{
		"a\n\nb", "a\nb\n\nc", "a", "<p>a\nb</p>", "<h2>a</h2>\n\nb\nc", "[caption id=\"1\"]<img src=\"x\"> Low tide[/caption]", "[caption]<a href=\"y\"><img src=\"x\"></a> Low[/caption]\n\nb", "[gallery ids=\"1\"]a", "[embed]x[/embed]\n\nb", "[vc_row]a[/vc_row]", "[et_pb_x]a", "[audio src=\"x\"][video]b[/video]", "[other]a", "a\r\n\r\nb\r\nc", "<!-- x -->\n\na\nb", "<ul>\n<li>a</li>\n</ul>\n\nb\nc", "<div>a</div>\n\n<hr>\n\n<pre>b\nc</pre>\n\n\n \n d",
	} {
		fmt.Fprintf(&b, "%q paragraphed: %q\n", s, paragraphed(s))
	}
	expect.File(t, "elements.golden.txt", b.String())
}

// What is read of each property and element of a Word document.
func TestElementsOfWordDocuments(t *testing.T) {
	var b strings.Builder
	read := func(body, styles string, more map[string]string) {
		parts := map[string]string{"word/document.xml": wordOpen + body + "</w:body></w:document>"}
		if styles != "" {
			parts["word/styles.xml"] = styles
		}
		for k, v := range more {
			parts[k] = v
		}
		list, told, err := readDOCX(wordFile(t, parts))
		fmt.Fprintf(&b, "%s %s\n %v%s told %q\n", body, styles, err, shownParas(list), told)
	}
	for _, property := range []string{
		"b", "i", "strike", "dstrike", "vanish", "webHidden", "u", "caps", "b w:val=\"0\"", "b w:val=\"false\"", "b w:val=\"off\"", "b w:val=\"none\"", "b w:val=\"1\"", "position w:val=\"3\"", "position w:val=\"4\"", "position w:val=\"-3\"", "position w:val=\"-4\"", "position w:val=\"-6\"", "position", "strike w:val=\"0\"", "vanish w:val=\"true\"", "vertAlign w:val=\"superscript\"", "vertAlign w:val=\"subscript\"", "vertAlign w:val=\"baseline\"", "x",
	} {
		read("<w:p><w:r><w:t xml:space=\"preserve\">a1 </w:t></w:r><w:r><w:rPr><w:"+property+"/></w:rPr><w:t>2b</w:t></w:r><w:r><w:t> c</w:t></w:r></w:p>", "", nil)
		read("<w:p><w:pPr><w:rPr><w:"+property+"/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", "", nil)
	}
	for _, style := range []string{"Title", "Subtitle", "Heading 1", "heading 2", "Heading 6", "Heading 12", "Heading 7", "Quote", "Intense Quote", "List Bullet", "List Number", "List Paragraph", "Normal", "Überschrift 1", "berschrift1"} {
		read("<w:p><w:pPr><w:pStyle w:val=\"S\"/></w:pPr><w:r><w:rPr><w:b/><w:i/></w:rPr><w:t>a</w:t></w:r></w:p>", "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"S\"><w:name w:val=\""+style+"\"/></w:style></w:styles>", nil)
		read("<w:p><w:pPr><w:pStyle w:val=\""+strings.ReplaceAll(style, " ", "")+"\"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", "", nil)
	}
	for _, inside := range []string{
		"<w:r><w:tab/><w:t>a</w:t></w:r>", "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "<w:r><w:t>a</w:t><w:br w:type=\"page\"/><w:t>b</w:t></w:r>", "<w:r><w:t>a</w:t><w:cr/><w:noBreakHyphen/><w:softHyphen/><w:t>b</w:t></w:r>", "<w:del><w:r><w:delText>a</w:delText></w:r></w:del><w:ins><w:r><w:t>b</w:t></w:r></w:ins>", "<w:moveFrom><w:r><w:t>a</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>b</w:t></w:r></w:moveTo>",
		"<w:hyperlink r:id=\"r1\"><w:r><w:t>a</w:t></w:r></w:hyperlink> b", "<w:hyperlink w:anchor=\"x\"><w:r><w:t>a</w:t></w:r></w:hyperlink>", "<w:fldSimple w:instr=\" HYPERLINK &quot;https://a.example&quot; \"><w:r><w:t>a</w:t></w:r></w:fldSimple><w:r><w:t>b</w:t></w:r>", "<w:fldSimple w:instr=\"PAGE\"><w:r><w:t>1</w:t></w:r></w:fldSimple>",
		"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPERLINK \"https://a.example\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>a</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>b</w:t></w:r>", "<w:r><w:t>a</w:t><w:footnoteReference w:id=\"1\"/><w:endnoteReference w:id=\"1\"/></w:r>", "<w:sdt><w:sdtContent><w:r><w:t>a</w:t></w:r></w:sdtContent></w:sdt>", "<w:r><mc:AlternateContent><mc:Choice><w:t>a</w:t></mc:Choice><mc:Fallback><w:t>b</w:t></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>c</w:t></w:r>", "<w:r><w:drawing/><w:pict/><w:t>a</w:t></w:r>", "<w:r><w:sym w:char=\"F0B7\"/><w:t>a</w:t></w:r>", "<w:commentRangeStart/><w:r><w:t>a</w:t></w:r>",
	} {
		read("<w:p>"+inside+"</w:p>", "", map[string]string{
			"word/_rels/document.xml.rels": "<Relationships><Relationship Id=\"r1\" Target=\"https://b.example\"/></Relationships>",
			"word/footnotes.xml":           "<w:footnotes xmlns:w=\"w\"><w:footnote w:id=\"1\"><w:p><w:r><w:t xml:space=\"preserve\">A </w:t><w:t>note &amp; more</w:t></w:r></w:p></w:footnote><w:footnote w:id=\"2\"><w:t>other</w:t></w:footnote></w:footnotes>",
			"word/endnotes.xml":            "<w:endnotes xmlns:w=\"w\"><w:endnote w:id=\"1\"><w:t>An end note</w:t></w:endnote></w:endnotes>",
			"word/header1.xml":             wordOpen + "<w:p><w:r><w:t>EMBARGOED UNTIL 9 a.m. ET, December 8, 2026</w:t></w:r></w:p><w:p><w:r><w:t>River Alliance</w:t></w:r></w:p></w:body></w:document>",
		})
	}
	for _, list := range []string{"<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>", "<w:outlineLvl w:val=\"0\"/>", "<w:outlineLvl w:val=\"9\"/>", "<w:jc w:val=\"center\"/>"} {
		read("<w:p><w:pPr>"+list+"</w:pPr><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p>", "", nil)
	}
	cell := func(s string) string { return "<w:tc><w:p><w:r><w:t>" + s + "</w:t></w:r></w:p></w:tc>" }
	for _, table := range []string{"<w:tr>" + cell("a") + "</w:tr>", "<w:tr>" + cell("a") + cell("b") + "</w:tr><w:tr>" + cell("c|d") + "</w:tr>", "<w:tr>" + cell("a</w:t></w:r></w:p><w:p><w:r><w:t>b") + cell("c") + "</w:tr>", "<w:tr>" + cell(strings.Repeat("x", 301)) + cell("c") + "</w:tr>", "<w:tr>" + cell("") + cell("") + "</w:tr>", "", "<w:tr></w:tr><w:tr>" + cell("a") + cell("b") + "</w:tr>", "<w:tr>" + cell("a") + cell("b") + "</w:tr><w:tr>" + cell("c</w:t><w:br/><w:t>d") + cell("e") + "</w:tr>"} {
		read("<w:tbl>"+table+"</w:tbl><w:p><w:r><w:t>end</w:t></w:r></w:p>", "", nil)
	}
	read(strings.Repeat("<w:p>", 300), "", nil)
	read("<w:p><w:r><w:t>a</w:t>", "", nil)
	expect.File(t, "word-elements.golden.txt", b.String())
}
