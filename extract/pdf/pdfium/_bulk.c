/* Reads PDFium pages in bulk: characters, settings and styles of words, painted paths with forms entered.

   Optional: extract/pdf/pdfium/text.py and drawing.py do the same, call by call, where this is not built, and a test
   holds both to equal arrays. It needs neither Python's nor PDFium's headers and links with nothing: Python hands over
   the addresses of the functions it names. One thread only, as PDFium itself; the caller holds the interpreter's lock.
   All arrays belong to the caller, but for the arena of the last page walked, which is kept for the next. */

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#if defined(_WIN32)
#define EXPORT __declspec(dllexport)
#define CALL __stdcall
#else
#define EXPORT __attribute__((visibility("default")))
#define CALL
#endif

/* Setuptools links a module's initialiser by name on Windows; nobody calls it, for ctypes loads this file. */
EXPORT void *PyInit__bulk(void) { return NULL; }

enum { TEXT_CODE, TEXT_BOX, TEXT_GENERATED, TEXT_MATRIX, TEXT_SIZE, TEXT_COLOUR, TEXT_OBJECT, TEXT_FONT, TEXT_MODE,
       PAGE_COUNT, PAGE_OBJECT, FORM_COUNT, FORM_OBJECT, OBJECT_TYPE, OBJECT_MATRIX, OBJECT_FILL, OBJECT_STROKE,
       OBJECT_WIDTH, PATH_MODE, PATH_COUNT, PATH_SEGMENT, SEGMENT_POINT, SEGMENT_TYPE, SEGMENT_CLOSE,
       CLIP, CLIP_COUNT, CLIP_POINTS, CLIP_SEGMENT, NEEDS };

static const char *const names[NEEDS] = {
    "FPDFText_GetUnicode", "FPDFText_GetLooseCharBox", "FPDFText_IsGenerated", "FPDFText_GetMatrix",
    "FPDFText_GetFontSize", "FPDFText_GetFillColor", "FPDFText_GetTextObject", "FPDFTextObj_GetFont",
    "FPDFTextObj_GetTextRenderMode", "FPDFPage_CountObjects", "FPDFPage_GetObject", "FPDFFormObj_CountObjects",
    "FPDFFormObj_GetObject", "FPDFPageObj_GetType", "FPDFPageObj_GetMatrix", "FPDFPageObj_GetFillColor",
    "FPDFPageObj_GetStrokeColor", "FPDFPageObj_GetStrokeWidth", "FPDFPath_GetDrawMode", "FPDFPath_CountSegments",
    "FPDFPath_GetPathSegment", "FPDFPathSegment_GetPoint", "FPDFPathSegment_GetType", "FPDFPathSegment_GetClose",
    "FPDFPageObj_GetClipPath", "FPDFClipPath_CountPaths", "FPDFClipPath_CountPathSegments",
    "FPDFClipPath_GetPathSegment"};

typedef void (*Function)(void);
static Function given[NEEDS];

/* PDFium's functions by the shape of their arguments. */
typedef int(CALL *OfHandle)(void *);
typedef int(CALL *OfIndex)(void *, int);
typedef unsigned(CALL *CodeAt)(void *, int);
typedef double(CALL *SizeAt)(void *, int);
typedef void *(CALL *HandleOf)(void *);
typedef void *(CALL *HandleAt)(void *, int);
typedef void *(CALL *FormHandleAt)(void *, unsigned long);
typedef int(CALL *FillAt)(void *, int, void *);
typedef int(CALL *Fill)(void *, void *);
typedef int(CALL *FillTwo)(void *, void *, void *);
typedef int(CALL *FillColour)(void *, unsigned *, unsigned *, unsigned *, unsigned *);
typedef int(CALL *FillColourAt)(void *, int, unsigned *, unsigned *, unsigned *, unsigned *);
typedef void *(CALL *ClipHandleAt)(void *, int, int);

#define PDFIUM(shape, which) ((shape)given[which])

/* The name of the function wanted at a place, NULL after the last. */
EXPORT const char *bulk_needs(int place) { return place >= 0 && place < NEEDS ? names[place] : NULL; }

EXPORT void bulk_give(int place, void *address) {
    if (place >= 0 && place < NEEDS) memcpy(&given[place], &address, sizeof address);
}

/* ---- Text ---------------------------------------------------------------------------------------------------- */

#define HYPHEN 2
#define NO_BREAK_SPACE 0xA0
#define SPACE_IN_FILE 1
#define SPACE_BELIEVED 2

/* The printed characters among the first `count`: how many. Each array has room for `count`; `spaced` gets whether a
   space that the file holds, or one that PDFium believes to be there, stands before each. */
EXPORT int bulk_characters(void *text, int count, uint32_t *codes, float *boxes, uint8_t *spaced, int64_t *places) {
    int kept = 0, space = 0;
    for (int at = 0; at < count; at++) {
        unsigned code = PDFIUM(CodeAt, TEXT_CODE)(text, at);
        if ((code <= 32 && code != HYPHEN && code != 0) || code == NO_BREAK_SPACE) {
            if (!PDFIUM(OfIndex, TEXT_GENERATED)(text, at)) space |= SPACE_IN_FILE;
            else if (code == ' ') space |= SPACE_BELIEVED;
            continue;
        }
        codes[kept] = code;
        memset(boxes + 4 * kept, 0, 4 * sizeof(float));
        PDFIUM(FillAt, TEXT_BOX)(text, at, boxes + 4 * kept);
        spaced[kept] = (uint8_t)space;
        places[kept++] = at;
        space = 0;
    }
    return kept;
}

/* For the characters at `places`: rows of matrix (a, b, c, d, e, f), and the size before it. */
EXPORT void bulk_settings(void *text, int count, const int64_t *places, float *matrices, double *sizes) {
    for (int at = 0; at < count; at++) {
        PDFIUM(FillAt, TEXT_MATRIX)(text, (int)places[at], matrices + 6 * at);
        sizes[at] = PDFIUM(SizeAt, TEXT_SIZE)(text, (int)places[at]);
    }
}

/* For the characters at `places`: rows of (red, green, blue, alpha, render mode), and the font's handle. */
EXPORT void bulk_styles(void *text, int count, const int64_t *places, int32_t *rows, uint64_t *fonts) {
    for (int at = 0; at < count; at++) {
        unsigned parts[4] = {0, 0, 0, 0};
        PDFIUM(FillColourAt, TEXT_COLOUR)(text, (int)places[at], parts, parts + 1, parts + 2, parts + 3);
        void *object = PDFIUM(HandleAt, TEXT_OBJECT)(text, (int)places[at]);
        for (int part = 0; part < 4; part++) rows[5 * at + part] = (int32_t)parts[part];
        rows[5 * at + 4] = object ? PDFIUM(OfHandle, TEXT_MODE)(object) : -1;
        fonts[at] = object ? (uint64_t)(uintptr_t)PDFIUM(HandleOf, TEXT_FONT)(object) : 0;
    }
}

/* ---- Drawing ------------------------------------------------------------------------------------------------- */

#define DEEPEST_FORM 12         /* a form that holds itself would have no end */
#define MOST_OBJECTS 2000000    /* of a page, its forms entered: so would forms that hold two of each other */
#define MOST_POINTS 20000000

enum { PATH = 2, PICTURE = 3, FORM = 5 };

typedef struct { double a, b, c, d, e, f; } Matrix;
typedef struct { double left, bottom, right, top; } Area;

/* A path as Python reads it: 14 doubles. */
typedef struct { Matrix matrix; Area clip; double width, points, fill, stroke; } Path;

/* What grows: `room` and `used` count items of `size` bytes. */
typedef struct { char *items; size_t size, used, room; } Heap;

static Heap paths = {NULL, sizeof(Path), 0, 0}, points = {NULL, 2 * sizeof(float), 0, 0};
static Heap kinds = {NULL, 1, 0, 0}, closes = {NULL, 1, 0, 0}, pictures = {NULL, sizeof(Area), 0, 0};
static long objects;

/* Room for `more` items at the end of a heap, counted as used; NULL where there is no memory. */
static void *grow(Heap *heap, size_t more) {
    if (heap->used + more > heap->room) {
        size_t room = 2 * heap->room + more + 64;
        char *items = realloc(heap->items, room * heap->size);
        if (!items) return NULL;
        heap->items = items;
        heap->room = room;
    }
    heap->used += more;
    return heap->items + (heap->used - more) * heap->size;
}

static Matrix product(Matrix i, Matrix o) {
    Matrix m = {i.a * o.a + i.b * o.c,       i.a * o.b + i.b * o.d,       i.c * o.a + i.d * o.c,
                i.c * o.b + i.d * o.d,       i.e * o.a + i.f * o.c + o.e, i.e * o.b + i.f * o.d + o.f};
    return m;
}

static Matrix matrix_of(void *object) {
    float f[6] = {1, 0, 0, 1, 0, 0};
    PDFIUM(Fill, OBJECT_MATRIX)(object, f);
    Matrix m = {f[0], f[1], f[2], f[3], f[4], f[5]};
    return m;
}

static void widen(Area *area, Matrix m, double x, double y) {
    double u = m.a * x + m.c * y + m.e, v = m.b * x + m.d * y + m.f;
    if (u < area->left) area->left = u;
    if (u > area->right) area->right = u;
    if (v < area->bottom) area->bottom = v;
    if (v > area->top) area->top = v;
}

static const Area nowhere = {1e30, 1e30, -1e30, -1e30};

static Area common(Area a, Area b) {
    Area both = {a.left > b.left ? a.left : b.left, a.bottom > b.bottom ? a.bottom : b.bottom,
                 a.right < b.right ? a.right : b.right, a.top < b.top ? a.top : b.top};
    return both;
}

/* The part of `outer` that an object's clip leaves, by the bounds of its paths. */
static Area clip_of(void *object, Matrix matrix, Area outer) {
    void *clip = PDFIUM(HandleOf, CLIP)(object);
    int count = clip ? PDFIUM(OfHandle, CLIP_COUNT)(clip) : 0;
    for (int path = 0; path < count; path++) {
        int ends = PDFIUM(OfIndex, CLIP_POINTS)(clip, path);
        Area area = nowhere;
        for (int at = 0; at < ends; at++) {
            float x = 0, y = 0;
            PDFIUM(FillTwo, SEGMENT_POINT)(PDFIUM(ClipHandleAt, CLIP_SEGMENT)(clip, path, at), &x, &y);
            widen(&area, matrix, x, y);
        }
        if (ends > 0) outer = common(outer, area);
    }
    return outer;
}

/* A colour as red, green, blue and alpha in one number; 0 where it is not known or cannot be seen. */
static double colour_of(void *object, int which) {
    unsigned r = 0, g = 0, b = 0, alpha = 0;
    if (!PDFIUM(FillColour, which)(object, &r, &g, &b, &alpha) || !alpha) return 0;
    return (double)(((r & 255) << 24) | ((g & 255) << 16) | ((b & 255) << 8) | (alpha & 255));
}

/* 0, or -1 where there is no memory. */
static int add_path(void *object, Matrix outer, Area clip) {
    int filled = 0, stroked = 0;
    PDFIUM(FillTwo, PATH_MODE)(object, &filled, &stroked);
    double fill = filled ? colour_of(object, OBJECT_FILL) : 0, stroke = stroked ? colour_of(object, OBJECT_STROKE) : 0;
    int count = PDFIUM(OfHandle, PATH_COUNT)(object);
    if ((fill == 0 && stroke == 0) || count <= 0) return 0;
    if (points.used + (size_t)count > MOST_POINTS) return 0;
    Path *path = grow(&paths, 1);
    float *xy = grow(&points, (size_t)count);
    uint8_t *kind = grow(&kinds, (size_t)count), *close = grow(&closes, (size_t)count);
    if (!path || !xy || !kind || !close) return -1;
    float width = 0;
    PDFIUM(Fill, OBJECT_WIDTH)(object, &width);
    path->matrix = product(matrix_of(object), outer);
    path->clip = clip_of(object, outer, clip);
    path->width = width;
    path->points = count;
    path->fill = fill;
    path->stroke = stroke;
    memset(xy, 0, (size_t)count * 2 * sizeof(float));
    for (int at = 0; at < count; at++) {
        void *segment = PDFIUM(HandleAt, PATH_SEGMENT)(object, at);
        PDFIUM(FillTwo, SEGMENT_POINT)(segment, xy + 2 * at, xy + 2 * at + 1);
        kind[at] = (uint8_t)PDFIUM(OfHandle, SEGMENT_TYPE)(segment);
        close[at] = (uint8_t)(PDFIUM(OfHandle, SEGMENT_CLOSE)(segment) != 0);
    }
    return 0;
}

static int add_picture(void *object, Matrix outer, Area clip) {
    Area *area = grow(&pictures, 1);
    if (!area) return -1;
    Matrix m = product(matrix_of(object), outer);
    Area square = nowhere; /* pictures are painted into the unit square */
    for (int corner = 0; corner < 4; corner++) widen(&square, m, corner & 1, corner >> 1);
    *area = common(square, clip_of(object, outer, clip));
    return 0;
}

static int walk(void *holder, int is_form, Matrix outer, Area clip, int depth) {
    int count = PDFIUM(OfHandle, is_form ? FORM_COUNT : PAGE_COUNT)(holder), failed = 0;
    for (int at = 0; at < count && !failed && objects < MOST_OBJECTS; at++, objects++) {
        void *object = is_form ? PDFIUM(FormHandleAt, FORM_OBJECT)(holder, (unsigned long)at)
                               : PDFIUM(HandleAt, PAGE_OBJECT)(holder, at);
        int type = object ? PDFIUM(OfHandle, OBJECT_TYPE)(object) : 0;
        if (type == PATH) failed = add_path(object, outer, clip);
        else if (type == PICTURE) failed = add_picture(object, outer, clip);
        else if (type == FORM && depth < DEEPEST_FORM)
            failed = walk(object, 1, product(matrix_of(object), outer), clip_of(object, outer, clip), depth + 1);
    }
    return failed;
}

/* Walks a page's objects; `counts` gets how many paths, points and pictures bulk_take will give. 0, or -1 without memory. */
EXPORT int bulk_walk(void *page, int64_t *counts) {
    static const Matrix identity = {1, 0, 0, 1, 0, 0};
    static const Area everywhere = {-1e30, -1e30, 1e30, 1e30};
    paths.used = points.used = kinds.used = closes.used = pictures.used = 0;
    objects = 0;
    int failed = walk(page, 0, identity, everywhere, 0);
    counts[0] = (int64_t)paths.used;
    counts[1] = (int64_t)points.used;
    counts[2] = (int64_t)pictures.used;
    return failed;
}

static void copy(void *target, const Heap *heap) {
    if (heap->used) memcpy(target, heap->items, heap->used * heap->size);
}

/* What the last walk found, into arrays of the counts it gave. */
EXPORT void bulk_take(double *path, float *point, uint8_t *kind, uint8_t *close, double *picture) {
    copy(path, &paths);
    copy(point, &points);
    copy(kind, &kinds);
    copy(close, &closes);
    copy(picture, &pictures);
}
