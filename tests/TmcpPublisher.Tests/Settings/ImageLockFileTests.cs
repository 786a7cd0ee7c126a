using Tmcp.Publisher.Settings;
using Tmcp.Publisher.Tests.Manifest;

namespace Tmcp.Publisher.Tests.Settings;

public sealed class ImageLockFileTests : IDisposable
{
    private static readonly string Digest = "sha256:" + new string('a', 64);

    private readonly ManifestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Locks_are_read_as_they_were_written_and_written_once()
    {
        var file = ImageLockFile.PathOf(_folder.Path, "staging");
        var locks = new Dictionary<string, ImageLock> { ["b"] = new("v2", null), ["a"] = new("v1", Digest) };

        Assert.True(ImageLockFile.Write(file, locks));
        Assert.False(ImageLockFile.Write(file, locks));
        Assert.Equal(locks.OrderBy(entry => entry.Key), ImageLockFile.Read(file));
        Assert.EndsWith("}\n", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Environment_without_a_file_has_no_lock() =>
        Assert.Null(ImageLockFile.ReadAll(_folder.Path, ["prod"]).Find("prod", "a"));

    [Theory]
    [InlineData("""{ "a": { "tag": "v1", "sha": "x" } }""", "'sha' is not known here")]
    [InlineData("""{ "a": { "tag": "v 1" } }""", "is no tag of an image")]
    [InlineData("""{ "a": { "digest": "sha256:00" } }""", "has to be 'sha256:' and 64 digits")]
    [InlineData("""{ "a": "v1" }""", "has to be an object")]
    public void Damaged_lock_is_refused(string text, string expected)
    {
        var file = _folder.WriteText(text, "images.prod.json");

        var refused = Assert.Throws<PublishException>(() => ImageLockFile.Read(file));

        Assert.Contains(refused.Problems, problem => problem.StartsWith("images.prod.json $", StringComparison.Ordinal) && problem.Contains(expected, StringComparison.Ordinal));
    }
}
