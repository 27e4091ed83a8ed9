package intake

import (
	"bytes"
	"encoding/json"
	"path"
	"strings"
)

// otherKind says what a file is that is no table and no address book, and what to do with
// it; "" for one that may be either.
func otherKind(name string, data []byte) string {
	begin := bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 2048)], []byte("\xef\xbb\xbf")))
	low := bytes.ToLower(begin)
	switch {
	case bytes.HasPrefix(data, []byte("\x1f\x8b")):
		return "it is packed (.gz); unpack it first"
	case bytes.HasPrefix(begin, []byte("%PDF-")):
		return "it is a PDF; export the contacts as CSV or Excel"
	case bytes.HasPrefix(low, []byte("<!doctype html")), bytes.HasPrefix(low, []byte("<html")), bytes.HasPrefix(low, []byte("<table")),
		bytes.HasPrefix(low, []byte("<meta")):
		return "it is a web page that is called a table; open it in Excel or LibreOffice, and save it as .xlsx"
	case bytes.HasPrefix(begin, []byte("<?xml")):
		return "it is XML; open it in Excel, and save it as .xlsx"
	case len(begin) > 0 && (begin[0] == '{' || begin[0] == '[') && (strings.EqualFold(path.Ext(name), ".json") || json.Valid(data)):
		return "it is JSON; export the contacts as CSV or Excel"
	}
	return ""
}

// packedKind says of a packed file that is no workbook of Excel what it is, by the names
// of what is in it.
func packedKind(data []byte, names []string) string {
	table := ""
	for _, n := range names {
		switch ext := strings.ToLower(path.Ext(n)); {
		case n == "xl/workbook.bin":
			return "it is a binary Excel file (.xlsb); open it in Excel, and save it as .xlsx"
		case n == "word/document.xml":
			return "it is no Excel file but a Word document; copy its table into Excel, and save that as .xlsx"
		case strings.HasPrefix(n, "Index/") && ext == ".iwa", n == "Index.zip":
			return "it is a table of Apple's Numbers; choose File, Export To, Excel there"
		case table == "" && (ext == ".csv" || ext == ".xlsx" || ext == ".vcf" || ext == ".tsv"):
			table = path.Base(n)
		}
	}
	switch {
	case bytes.Contains(data[:min(len(data), 256)], []byte("application/vnd.oasis.opendocument")):
		return "it is a spreadsheet of LibreOffice (.ods); open it there, and save it as .xlsx"
	case table != "":
		return "it is a folder of files, packed (.zip); unpack it, and import " + table
	}
	return "it is no Excel file; save the table as .xlsx or .csv"
}
