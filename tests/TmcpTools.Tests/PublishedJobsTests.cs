using System.Text.RegularExpressions;
using Tmcp.Tests.Shared;
using Tmcp.Tools.Vault;

namespace Tmcp.Tools.Tests;

/// <summary>What the publisher writes for these jobs is what they understand; its snapshots are the publisher's own word.</summary>
public sealed partial class PublishedJobsTests : IDisposable
{
    private static readonly string Tree = Path.Combine(RepositoryFolder.Path, "tests", "TmcpPublisher.Tests", "Snapshots", "whole");

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_file_of_the_keeper_is_read()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Tree, "platform", "vault-keeper", "kustomization.yaml"));
        await File.WriteAllTextAsync(_folder.File("keeper.json"), KeeperFile().Match(text).Groups[1].Value);

        var settings = KeeperSettings.Read(_folder.File("keeper.json"));

        Assert.Equal("http://vault.vault.svc.cluster.local:8200/", settings.Address.ToString());
        Assert.Equal("eso", settings.Auth.Roles.Single().Name);
        Assert.NotEmpty(settings.Values);
        Assert.All(settings.Values, value => Assert.True(GeneratedValue.Make(value.Name, value.Generate).Length >= value.Generate.MinLength));
    }

    /// <summary>The job gets as far as its account, or the server, which a test does not give it.</summary>
    [Theory]
    [InlineData("pb-backup.yaml", "PB_ADMIN_EMAIL is not set")]
    [InlineData("redis-backup.yaml", "No snapshot could be taken: Redis at redis-service:6379")]
    public async Task The_arguments_of_a_backup_are_understood(string file, string expected)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Tree, "components", "backup", file));
        var arguments = Arguments().Match(text).Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Trim()[2..].Trim('"').Replace("/backups", _folder.Path, StringComparison.Ordinal))
            .ToArray();

        var (code, _, error) = await ToolProcess.RunAsync(new Dictionary<string, string>(), arguments);

        Assert.Equal(1, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [GeneratedRegex("""vault-keeper\.json="(\{.*\})\s*"$""", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex KeeperFile();

    [GeneratedRegex(@"^ +args:\n((?: +- .*\n)+)", RegexOptions.Multiline)]
    private static partial Regex Arguments();
}
