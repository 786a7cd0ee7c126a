using Tmcp.Publisher.Output;
using Tmcp.Tests.Shared;

namespace Tmcp.Publisher.Tests.Output;

public sealed class TreeWriterTests : IDisposable
{
    private static readonly Dictionary<string, string> Inputs = new() { ["manifest"] = "1" };

    private readonly string _folder = OwnedFolder.Create("tmcp-tree-");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void First_run_writes_every_file_and_the_record()
    {
        Assert.Equal(2, Write(Tree(("base/a.yaml", "a\n"), ("SECRETS.md", "s\n"))));

        Assert.Equal([".generated.json", "SECRETS.md", "base/a.yaml"], Files());
        Assert.Equal("a\n", Read("base/a.yaml"));
    }

    [Fact]
    public void Second_run_writes_nothing()
    {
        Write(Tree(("a", "1\n"), ("b/c", "2\n")));
        var before = Times();

        Assert.Equal(0, Write(Tree(("a", "1\n"), ("b/c", "2\n"))));

        Assert.Equal(before, Times());
        Assert.True(Compare(Tree(("a", "1\n"), ("b/c", "2\n"))).IsCurrent);
    }

    [Fact]
    public void Only_what_differs_is_written()
    {
        Write(Tree(("a", "1\n"), ("b", "2\n")));
        var before = Times();

        Assert.Equal(1, Write(Tree(("a", "1\n"), ("b", "3\n"))));

        Assert.Equal(before["a"], Times()["a"]);
        Assert.Equal("3\n", Read("b"));
    }

    [Fact]
    public void File_that_nobody_generates_any_more_is_removed_with_its_empty_folder()
    {
        Write(Tree(("base/old/x", "1\n"), ("base/new", "2\n")));

        Write(Tree(("base/new", "2\n")));

        Assert.Equal([".generated.json", "base/new"], Files());
        Assert.False(Directory.Exists(Path.Combine(_folder, "base/old")));
    }

    [Fact]
    public void Files_of_a_person_stay()
    {
        Write(Tree(("overlays/prod/k.yaml", "1\n")));
        Put("overlays/prod/extra/kustomization.yaml", "mine\n");
        Put("README.md", "mine too\n");

        Write(Tree(("overlays/prod/k.yaml", "2\n")));

        Assert.Equal("mine\n", Read("overlays/prod/extra/kustomization.yaml"));
        Assert.Equal("mine too\n", Read("README.md"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Hand_edit_stops_the_run_unless_forced(bool force)
    {
        Write(Tree(("a", "1\n"), ("b", "2\n")));
        Put("a", "edited\n");
        var changed = Tree(("a", "1\n"), ("b", "3\n"));

        if (force)
        {
            Write(changed, force: true);
            Assert.Equal("1\n", Read("a"));
        }
        else
        {
            var refused = Assert.Throws<PublishException>(() => Write(changed));
            Assert.Contains(Path.Combine(_folder, "a"), Assert.Single(refused.Problems), StringComparison.Ordinal);
            Assert.Equal(("edited\n", "2\n"), (Read("a"), Read("b")));
        }
    }

    [Fact]
    public void Hand_edit_of_a_file_that_would_be_removed_stops_the_run_too()
    {
        Write(Tree(("a", "1\n"), ("b", "2\n")));
        Put("b", "edited\n");

        Assert.Throws<PublishException>(() => Write(Tree(("a", "1\n"))));

        Assert.Equal("edited\n", Read("b"));
    }

    [Fact]
    public void Foreign_file_where_one_would_be_generated_stops_the_run()
    {
        Put("a", "someone's\n");

        Assert.Throws<PublishException>(() => Write(Tree(("a", "1\n"))));
    }

    [Fact]
    public void Interrupted_run_is_repeated_and_no_hand_edit()
    {
        Write(Tree(("a", "1\n"), ("b", "1\n")));
        Put("a", "2\n");

        Assert.Equal(1, Write(Tree(("a", "2\n"), ("b", "2\n"))));
    }

    [Fact]
    public void Removed_file_is_written_again()
    {
        Write(Tree(("a", "1\n")));
        File.Delete(Path.Combine(_folder, "a"));

        Assert.Equal(1, Write(Tree(("a", "1\n"))));
    }

    [Fact]
    public void Checkout_with_CRLF_is_the_same_tree()
    {
        Write(Tree(("a", "1\n2\n")));
        Put("a", "1\r\n2\r\n");
        Put(".generated.json", Read(".generated.json").Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.True(Compare(Tree(("a", "1\n2\n"))).IsCurrent);
    }

    [Fact]
    public void Changed_input_alone_renews_the_record()
    {
        Write(Tree(("a", "1\n")));

        var comparison = TreeComparison.Of(_folder, Tree(("a", "1\n")), new Dictionary<string, string> { ["manifest"] = "2" });
        Assert.Equal((0, false), (comparison.Changes.Count, comparison.IsCurrent));
        TreeWriter.Write(comparison, force: false);

        Assert.Contains("\"manifest\": \"2\"", Read(".generated.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../../b")]
    public void Record_that_names_a_file_elsewhere_is_refused(string path)
    {
        Put(".generated.json", $$"""{ "inputs": {}, "files": { "{{path}}": "00" } }""");

        var refused = Assert.Throws<PublishException>(() => Write(Tree(("a", "1\n"))));

        Assert.Contains("is no path inside of the tree", Assert.Single(refused.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Tree_never_reaches_into_the_hand_owned_folder() =>
        Assert.Throws<InvalidOperationException>(() => Write(Tree(("overlays/prod/extra/x", "1\n"))));

    private static FileTree Tree(params (string Path, string Content)[] files)
    {
        var tree = new FileTree();
        foreach (var (path, content) in files)
            tree.Add(path, content);
        return tree;
    }

    private TreeComparison Compare(FileTree tree) => TreeComparison.Of(_folder, tree, Inputs);

    private int Write(FileTree tree, bool force = false) => TreeWriter.Write(Compare(tree), force);

    private void Put(string path, string content)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    private string Read(string path) => File.ReadAllText(Path.Combine(_folder, path));

    private IEnumerable<string> Files() => Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(_folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal);

    private Dictionary<string, DateTime> Times() => Files().ToDictionary(file => file, file => File.GetLastWriteTimeUtc(Path.Combine(_folder, file)));
}
