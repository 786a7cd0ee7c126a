using Tmcp.Publisher.Tests.Manifest;

namespace Tmcp.Publisher.Tests.Graph;

public sealed class MountTests : IDisposable
{
    private readonly ManifestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Folder_of_text_files_becomes_files_of_a_config_map()
    {
        _folder.WriteText("b\r\n", "conf/b.ini");
        _folder.WriteText("a\n", "conf/a.ini");

        var files = Assert.Single(_folder.Graph(Mount("conf", "/etc/x")).Workloads.Single().ConfigFiles);

        Assert.Equal(("/etc/x", false), (files.MountPath, files.IsFile));
        Assert.Equal(["a.ini=a\n", "b.ini=b\n"], files.Files.Select(file => $"{file.Key}={file.Value}"));
    }

    [Fact]
    public void One_file_is_mounted_as_a_file()
    {
        _folder.WriteText("x", "nginx.conf");

        var files = Assert.Single(_folder.Graph(Mount("nginx.conf", "/etc/nginx/nginx.conf")).Workloads.Single().ConfigFiles);

        Assert.Equal(("/etc/nginx/nginx.conf", true, "nginx.conf"), (files.MountPath, files.IsFile, files.Files.Single().Key));
    }

    [Theory]
    [InlineData("absent", "does not exist")]
    [InlineData("/var/run/docker.sock", "outside of the repository")]
    [InlineData("../../../etc/passwd", "outside of the repository")]
    [InlineData("big.txt", "921,601 bytes")]
    [InlineData("binary.dat", "is not text")]
    [InlineData("nested", "has a source with sub-folders")]
    [InlineData("odd", "a key of a ConfigMap is letters")]
    [InlineData("empty", "has an empty source")]
    public void What_cannot_be_a_config_map_is_an_error_with_the_ways_out(string source, string expected)
    {
        _folder.WriteText(new string('x', (900 * 1024) + 1), "big.txt");
        File.WriteAllBytes(Path.Combine(_folder.Path, "binary.dat"), [0xff, 0xfe, 0x00, 0xd8]);
        _folder.WriteText("x", "nested/deep/file");
        _folder.WriteText("x", "odd/a b");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "empty"));

        var problem = _folder.Problem(Mount(source, "/etc/x"));

        Assert.StartsWith("$.resources.a.bindMounts[0]: the bind mount of 'a' at '/etc/x'", problem, StringComparison.Ordinal);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
        Assert.Contains("\"omit\"", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Link_is_not_followed()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "conf"));
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "conf", "passwd"), "/etc/passwd");

        Assert.Contains("holds a link", _folder.Problem(Mount("conf", "/etc/x")), StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_leave_a_mount_out_or_replace_it_by_a_volume()
    {
        var workload = _folder.Graph("""
            "a": { "type": "container.v0", "image": "x:1", "bindMounts": [ { "source": "no", "target": "/one" }, { "source": "no", "target": "/two" } ] },
            "a-k8s": { "type": "tmcp.kubernetes.v0", "for": "a", "mounts": { "/one": "omit", "/two": "volume" } }
            """).Workloads.Single();

        Assert.Empty(workload.ConfigFiles);
        Assert.Equal(("/two", "a-two-pvc"), (Assert.Single(workload.Volumes).MountPath, workload.Volumes[0].Claim));
    }

    [Fact]
    public void Volume_without_a_name_ends_with_the_pod_and_is_reported()
    {
        var graph = _folder.Graph(""" "a": { "type": "container.v0", "image": "x:1", "volumes": [ { "target": "/cache", "readOnly": false } ] } """);

        Assert.Null(Assert.Single(graph.Workloads.Single().Volumes).Claim);
        Assert.Contains("the volume at '/cache' of 'a' has no name", Assert.Single(graph.Warnings), StringComparison.Ordinal);
    }

    private static string Mount(string source, string target) =>
        $$""" "a": { "type": "container.v0", "image": "x:1", "bindMounts": [ { "source": "{{source}}", "target": "{{target}}", "readOnly": true } ] } """;
}
