package photo

import "testing"

// TestTheWordsOfAPhotoAsXMP, whole: what programs look for stands under the names of ISO 16684-1.
func TestTheWordsOfAPhotoAsXMP(t *testing.T) {
	t.Parallel()
	const (
		head = "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>" +
			`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
			`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">`
		end = `</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
	)
	for text, want := range map[Text]string{
		{}:                         "",
		{Caption: "Lamps & quays"}: `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Lamps &amp; quays</rdf:li></rdf:Alt></dc:description>`,
		{Rights: "<free>"}:         `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">&lt;free&gt;</rdf:li></rdf:Alt></dc:rights>`,
		{Credit: "Ana"}: `<dc:creator><rdf:Seq><rdf:li>Ana</rdf:li></rdf:Seq></dc:creator>` +
			`<photoshop:Credit>Ana</photoshop:Credit>`,
	} {
		if got := string(xmp(text)); got != head+want+end {
			t.Errorf("%+v:\n%s, want\n%s", text, got, head+want+end)
		}
	}
}
