package compile

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"pressroom/internal/diagnostic"
)

// documents are the endings of documents, with what their files begin with; "" for text.
var documents = map[string]string{
	"pdf": "%PDF-", "docx": "PK\x03\x04", "xlsx": "PK\x03\x04", "pptx": "PK\x03\x04", "odt": "PK\x03\x04", "ods": "PK\x03\x04",
	"odp": "PK\x03\x04", "csv": "", "txt": "",
}

// DocumentEndings are the endings that documents have, in order.
func DocumentEndings() []string { return slices.Sorted(maps.Keys(documents)) }

// IsDocument tells whether a file is inside what its ending says. known is false where
// nothing is known of the ending.
func IsDocument(name string, data []byte) (is, known bool) {
	begins, known := documents[ending(name)]
	if begins == "" {
		return utf8.Valid(data) && bytes.IndexByte(data, 0) < 0, known
	}
	return bytes.HasPrefix(data, []byte(begins)), known
}

// programs are endings of what a machine would run.
const programs = " exe com bat cmd scr pif msi jar js jse vbs vbe wsf ps1 hta cpl lnk reg apk dmg iso img app sh "

func ending(name string) string { return strings.ToLower(strings.TrimPrefix(path.Ext(name), ".")) }

// hollow tells of a file that journalists would get and could not read.
func hollow(f file, data []byte) (diags diagnostic.List) {
	if f.what != "document" {
		return nil
	}
	if len(data) == 0 {
		diags.Errorf(f.at(), f.rule, "the document %s cannot be used: the file is empty; copy it again", f.name)
		return diags
	}
	if strings.Contains(programs, " "+ending(f.name)+" ") {
		diags.Warnf(f.at(), f.rule, "the document %s is a program by its name, and mail servers turn away messages that bring one; "+
			"save what journalists are to read as PDF", f.name)
		return diags
	}
	if is, _ := IsDocument(f.name, data); documents[ending(f.name)] != "" && !is { // of text, programs read other letters too
		diags.Warnf(f.at(), f.rule, "the document %s is called %s, and is none inside; open it, and save it as that", f.name, path.Ext(f.name))
	}
	return diags
}
