package draft

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path"
	"strings"

	"pressroom/internal/compile"
	"pressroom/internal/photo"
	"pressroom/internal/release"
)

// MaxFile is how large a document may be that is taken in.
const MaxFile = 25 << 20

// TakePhoto takes a photo into the workspace, as those of partners are: upright, without
// place and device, with its text in the file, as a JPEG. It returns its name as a release
// has it, as in media/harbor.jpg. No other file is written over: where there is one of that
// name, it gets a number.
func (f *Folder) TakePhoto(ctx context.Context, name string, data []byte, text photo.Text) (file string, err error) {
	prepared, err := photo.Prepare(data, text)
	if err != nil {
		return "", err
	}
	return f.take(ctx, fileName(name, "photo"), ".jpg", prepared)
}

// TakeDocument takes a document in, as TakePhoto does, byte for byte.
func (f *Folder) TakeDocument(ctx context.Context, name string, data []byte) (file string, err error) {
	ending := strings.ToLower(strings.TrimPrefix(path.Ext(name), "."))
	is, known := compile.IsDocument(name, data)
	switch {
	case len(data) > MaxFile:
		return "", fmt.Errorf("the document is larger than %d MiB; give its address instead", MaxFile>>20)
	case len(data) == 0:
		return "", errors.New("the document is empty")
	case !known:
		return "", fmt.Errorf("a document is one of %s; this is %q", strings.Join(compile.DocumentEndings(), ", "), path.Base(name))
	case !is:
		return "", fmt.Errorf("the file is called .%s, and is none inside; save it as that", ending)
	}
	return f.take(ctx, fileName(name, "document"), "."+ending, data)
}

// fileName is what of a file's name is kept: small letters, digits and hyphens.
func fileName(name, otherwise string) string {
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	clean := release.Slugify(strings.TrimSuffix(base, path.Ext(base)))
	if clean == "" {
		clean = otherwise
	}
	return strings.TrimRight(clean[:min(len(clean), 60)], "-")
}

// errTaken says that a name stands for another file.
var errTaken = errors.New("another file has that name")

// mostAlike is how many files may have one name, each with its number.
const mostAlike = 99

func (f *Folder) take(ctx context.Context, base, ending string, data []byte) (string, error) {
	for n := 1; n <= mostAlike; n++ {
		file := "media/" + base + ending
		if n > 1 {
			file = fmt.Sprintf("media/%s-%d%s", base, n, ending)
		}
		err := f.w.EditFile(ctx, "releases/"+file, func(there []byte) ([]byte, error) {
			if there != nil && !bytes.Equal(there, data) {
				return nil, errTaken
			}
			return data, nil
		})
		if !errors.Is(err, errTaken) {
			return file, err
		}
	}
	return "", fmt.Errorf("there are %d files that are called like media/%s%s; give this one another name", mostAlike, base, ending)
}
