using Aspire.Hosting;

namespace TmcpHosting.Tests.ApplicationModel;

public sealed class VolumeNameTests
{
    [Fact]
    public void A_volume_is_named_after_application_copy_resource_and_use()
    {
        var builder = TestApplication.Create();
        var application = builder.Environment.ApplicationName.ToLowerInvariant();

        var name = VolumeNameGenerator.Generate(builder.AddContainer("Cache", "redis"), "data");

        Assert.Equal($"{application}-{builder.Configuration["AppHost:Sha256"]![..10].ToLowerInvariant()}-Cache-data", name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a/b")]
    public void A_suffix_has_characters_that_volumes_allow(string suffix) =>
        Assert.Throws<ArgumentException>(() => VolumeNameGenerator.Generate(TestApplication.Create().AddContainer("cache", "redis"), suffix));
}
