using Tmcp.Publisher.Kustomize;
using Xunit;

namespace Tmcp.Publisher.Tests.Kustomize;

public sealed class NameHashTests
{
    // The vectors of kustomize's own tests (api/hasher/hasher_test.go).
    [Theory]
    [InlineData("kind: ConfigMap", "6ct58987ht")]
    [InlineData("kind: ConfigMap\ndata: {one: \"\"}", "9g67k2htb6")]
    [InlineData("kind: ConfigMap\ndata: {two: 2, one: \"\", three: 3}", "7757f9kkct")]
    public void Hash_is_that_of_kustomize(string configMap, string expected)
        => Assert.Equal(expected, NameHash.Of(YamlFile.ReadObjects("a.yaml", configMap)[0].Root));
}
