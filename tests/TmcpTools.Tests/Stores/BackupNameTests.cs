using Tmcp.Tools.Stores;

namespace Tmcp.Tools.Tests.Stores;

public sealed class BackupNameTests
{
    private static readonly BackupName Names = new("redis", ".rdb");

    [Fact]
    public void A_name_holds_the_time_in_utc() =>
        Assert.Equal("redis-20261121T021709Z.rdb", Names.At(new DateTimeOffset(2026, 11, 21, 9, 17, 9, TimeSpan.FromHours(7))));

    [Theory]
    [InlineData("redis-20261121T021709Z.rdb", true)]
    [InlineData("redis-20261121T021709Z.rdb.old", false)]
    [InlineData("redis-20261321T021709Z.rdb", false)]
    [InlineData("redis-before-the-move.rdb", false)]
    [InlineData("redis-.rdb", false)]
    [InlineData("other-20261121T021709Z.rdb", false)]
    public void Only_names_of_that_form_are_ours(string name, bool isOurs) => Assert.Equal(isOurs, Names.Matches(name));
}
