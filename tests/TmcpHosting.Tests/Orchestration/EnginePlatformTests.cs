using System.Runtime.InteropServices;
using Aspire.Hosting.Orchestration.Engine;

namespace TmcpHosting.Tests.Orchestration;

public sealed class EnginePlatformTests
{
    [Theory]
    [InlineData("linux", Architecture.X64, "linux-x64", "linux-x64")]
    [InlineData("linux", Architecture.X64, "debian.12-x64", "linux-x64")]
    [InlineData("linux", Architecture.Arm64, "linux-arm64", "linux-arm64")]
    [InlineData("linux", Architecture.X64, "linux-musl-x64", "linux-musl-x64")]
    [InlineData("linux", Architecture.Arm64, "alpine.3.20-arm64", "linux-musl-arm64")]
    [InlineData("osx", Architecture.Arm64, "osx-arm64", "osx-arm64")]
    [InlineData("win", Architecture.X64, "win-x64", "win-x64")]
    public void Suffix_is_that_of_the_npm_package(string system, Architecture architecture, string identifier, string suffix) =>
        Assert.Equal(suffix, EnginePlatform.NameOf(system, architecture, identifier));

    [Fact]
    public void Other_processors_are_refused_by_name() =>
        Assert.Contains("X86", Assert.Throws<EngineException>(() => EnginePlatform.NameOf("linux", Architecture.X86, "linux-x86")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("libcrypto.so.3", "libicuuc.so.72", null)]
    [InlineData("libcrypto.so.1.1", "libicuuc.so", null)]
    [InlineData("none", "libicuuc.so.72", "libcrypto")]
    [InlineData("libcrypto.so.3", "none", "libicuuc")]
    public void Missing_library_is_named(string crypto, string icu, string? missing)
    {
        var failure = Record.Exception(() => EnginePrerequisites.Check(linux: true, library => library == crypto || library == icu));

        if (missing is null)
            Assert.Null(failure);
        else
            Assert.Contains(missing, Assert.IsType<EngineException>(failure).Message, StringComparison.Ordinal);
    }
}
