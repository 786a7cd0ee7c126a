using Tmcp.Publisher.Commands;

namespace Tmcp.Publisher.Tests.Commands;

public sealed class PromoteCommandTests : IDisposable
{
    private static readonly string Digest = "sha256:" + new string('a', 64);

    private readonly CommandFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Images_of_one_environment_become_those_of_the_other()
    {
        _folder.Put("deploy/images.staging.json", $$"""{ "tmcp-agents": { "tag": "v2", "digest": "{{Digest}}" } }""");
        _folder.Put("deploy/images.prod.json", """{ "tmcp-agents": { "tag": "v1" }, "other": { "tag": "v9" } }""");

        var result = await _folder.RunAsync("promote", "staging", "prod");

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Contains($"tmcp-agents: v1 → v2 ({Digest[..19]})", result.Output, StringComparison.Ordinal);
        Assert.Equal($"{{\n  \"other\": {{\n    \"tag\": \"v9\"\n  }},\n  \"tmcp-agents\": {{\n    \"tag\": \"v2\",\n    \"digest\": \"{Digest}\"\n  }}\n}}\n", _folder.Read("deploy/images.prod.json"));
    }

    [Fact]
    public async Task Next_generate_runs_the_promoted_digest_in_the_second_environment_only()
    {
        _folder.Put("deploy/images.staging.json", $$"""{ "tmcp-agents": { "tag": "v2", "digest": "{{Digest}}" } }""");
        await _folder.RunAsync("promote", "staging", "prod");
        _folder.Put("deploy/images.staging.json", "{}");

        await _folder.RunAsync("generate");

        Assert.Contains(Digest, _folder.Read("manifests/overlays/prod/kustomization.yaml"), StringComparison.Ordinal);
        Assert.DoesNotContain(Digest, _folder.Read("manifests/overlays/staging/kustomization.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Second_promotion_changes_nothing()
    {
        _folder.Put("deploy/images.staging.json", """{ "a": { "tag": "v2" } }""");
        await _folder.RunAsync("promote", "staging", "prod");

        var result = await _folder.RunAsync("promote", "staging", "prod");

        Assert.Contains("already", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "staging", "prod", "locks no image")]
    [InlineData("""{ "a": { "tag": "v2" } }""", "stagin", "prod", "there is no environment 'stagin'. Did you mean 'staging'?")]
    [InlineData("""{ "a": { "tag": "v2" } }""", "staging", "staging", "cannot be promoted to itself")]
    [InlineData("""{ "a": { "tag": "v2" } }""", "staging", "prod", "'a' has no digest, which 'prod' requires", true)]
    public async Task Promotion_that_makes_no_sense_is_refused(string staging, string from, string to, string expected, bool requireDigests = false)
    {
        _folder.Put("deploy/images.staging.json", staging);
        if (requireDigests)
            _folder.Settings.Write("environments.prod.requireDigests", "true");

        var result = await _folder.RunAsync("promote", from, to);

        Assert.Equal(ExitCode.InvalidInput, result.Code);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }
}
