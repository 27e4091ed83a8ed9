package coalition

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"

	"pressroom/internal/frontmatter"
)

// PhotoInto puts the photo that was handed in with a quote into the release: its file
// beside the others, and an entry with what the partner wrote to it, behind all keys. It
// returns the file's name. A second time changes nothing.
func (d *Desk) PhotoInto(ctx context.Context, slug, name string) (file string, err error) {
	r, err := d.Find(ctx, slug, name)
	if err != nil {
		return "", err
	}
	data, err := d.PhotoOf(ctx, r)
	if err != nil {
		return "", err
	}
	if data == nil {
		return "", Refuse(ErrState, "%s has handed in no photo", d.orgName(r.Org))
	}
	file = fmt.Sprintf("media/%s-%s-%s.jpg", slug, r.Quote, r.Photo[:8])
	have, err := d.workspace.ReadOwn("releases/" + file)
	switch {
	case err == nil && !bytes.Equal(have, data):
		return "", Refuse(ErrState, "releases/%s is there already, and is another picture", file)
	case errors.Is(err, fs.ErrNotExist):
		err = d.workspace.Write("releases/"+file, data)
	}
	if err != nil {
		return "", err
	}
	main := "releases/" + slug + ".md"
	return file, d.workspace.EditRelease(ctx, slug, func(read func(string) ([]byte, error)) (map[string][]byte, error) {
		src, err := read(main)
		if err != nil {
			return nil, err
		}
		out, err := pictured(main, src, file, r.PhotoText)
		return map[string][]byte{main: out}, err
	})
}

// pictured is a release's file with a picture more, if it has not that one already.
func pictured(name string, src []byte, file string, text PhotoText) ([]byte, error) {
	doc, diags := frontmatter.Split(name, src)
	if doc == nil {
		return nil, diags
	}
	list, _ := doc.Tree()["media"].([]map[string]any)
	for _, m := range list {
		if m["file"] == file {
			return src, nil
		}
	}
	// What the picture shows is what they wrote below it, until somebody says it better.
	keys := "file = " + frontmatter.Quote(file) + "\nalt = " + frontmatter.Quote(text.Caption)
	for _, kv := range [][2]string{{"caption", text.Caption}, {"credit", text.Credit}, {"rights", text.Rights}} {
		if kv[1] != "" {
			keys += "\n" + kv[0] + " = " + frontmatter.Quote(kv[1])
		}
	}
	return doc.Append("media", keys)
}
