namespace Aspire.Hosting;

/// <summary>Sentences that messages share.</summary>
internal static class ModelText
{
    /// <summary><c>Resources: 'a', 'b'.</c>, or that there are none.</summary>
    public static string List(string what, IEnumerable<string> names)
    {
        var list = string.Join(", ", names.Select(name => $"'{name}'"));
        return list.Length == 0 ? $"{what}: none." : $"{what}: {list}.";
    }
}
