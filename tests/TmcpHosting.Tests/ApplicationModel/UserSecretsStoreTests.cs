using System.Text.Json.Nodes;
using Aspire.Hosting;
using TmcpHosting.Tests.Orchestration;

namespace TmcpHosting.Tests.ApplicationModel;

public sealed class UserSecretsStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FilePath => Path.Combine(_folder.Path, "id", "secrets.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_value_is_made_once_and_kept()
    {
        Assert.Equal("first", new UserSecretsStore(FilePath).GetOrAdd("Parameters:p", () => "first"));
        Assert.Equal("first", new UserSecretsStore(FilePath).GetOrAdd("Parameters:p", () => "second"));
    }

    [Fact]
    public void Only_the_owner_can_read_the_file()
    {
        new UserSecretsStore(FilePath).Set("a", "b");

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
        Assert.Equal(["secrets.json"], Directory.GetFiles(Path.GetDirectoryName(FilePath)!).Select(Path.GetFileName).Where(name => name != ".lock"));
    }

    [Fact]
    public void Other_secrets_stay_and_both_spellings_are_read()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        File.WriteAllText(FilePath, """{ "other": "o", /* kept by hand */ "Parameters": { "nested": "n" }, }""");
        var store = new UserSecretsStore(FilePath);

        Assert.Equal("n", store.GetOrAdd("Parameters:nested", () => "new"));
        store.Set("Parameters:flat", "f");

        var content = JsonNode.Parse(File.ReadAllText(FilePath))!;
        Assert.Equal(("o", "n", "f"), ((string?)content["other"], (string?)content["Parameters"]!["nested"], (string?)content["Parameters:flat"]));
    }

    [Fact]
    public void A_removed_value_is_gone()
    {
        var store = new UserSecretsStore(FilePath);
        store.Set("a", "b");

        Assert.Equal((true, false), (store.Remove("a"), store.Remove("a")));
        Assert.Equal("c", store.GetOrAdd("a", () => "c"));
    }

    [Fact]
    public void A_broken_file_is_named_and_left_alone()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        File.WriteAllText(FilePath, "{ broken");

        var failure = Assert.Throws<DistributedApplicationException>(() => new UserSecretsStore(FilePath).Set("a", "b"));

        Assert.Contains(FilePath, failure.Message, StringComparison.Ordinal);
        Assert.Equal("{ broken", File.ReadAllText(FilePath));
    }

    [Fact]
    public async Task AppHosts_that_start_together_agree_on_every_value()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(host => Task.Run(() =>
            Enumerable.Range(0, 5).Select(key => new UserSecretsStore(FilePath).GetOrAdd($"key{key}", () => $"{host}")).ToArray())));

        Assert.All(results, values => Assert.Equal(results[0], values));
        Assert.Equal(5, JsonNode.Parse(File.ReadAllText(FilePath))!.AsObject().Count);
    }
}
