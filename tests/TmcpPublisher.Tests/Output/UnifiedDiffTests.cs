using Tmcp.Publisher.Output;

namespace Tmcp.Publisher.Tests.Output;

public sealed class UnifiedDiffTests
{
    private const int Seed = 20261121;

    [Fact]
    public void Changed_line_is_shown_with_three_lines_around() =>
        Assert.Equal(
            """
            --- a/x
            +++ b/x
            @@ -2,7 +2,7 @@
             2
             3
             4
            -5
            +five
             6
             7
             8

            """.ReplaceLineEndings("\n"),
            UnifiedDiff.Of("x", Lines("1", "2", "3", "4", "5", "6", "7", "8", "9"), Lines("1", "2", "3", "4", "five", "6", "7", "8", "9")));

    [Fact]
    public void Missing_file_and_file_too_many_are_shown_whole()
    {
        Assert.Equal("--- /dev/null\n+++ b/x\n@@ -0,0 +1,2 @@\n+1\n+2\n", UnifiedDiff.Of("x", null, Lines("1", "2")));
        Assert.Equal("--- a/x\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-1\n-2\n", UnifiedDiff.Of("x", Lines("1", "2"), null));
    }

    [Fact]
    public void Diff_of_random_texts_gives_the_second_when_it_is_applied_to_the_first()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 500; round++)
        {
            var before = RandomLines(random);
            var after = Mutate(random, before);

            var diff = UnifiedDiff.Of("x", Lines(before), Lines(after));

            Assert.Equal(after, Apply(before, diff));
        }
    }

    [Fact]
    public void Texts_without_a_common_line_are_no_burden()
    {
        var before = Enumerable.Range(0, 5000).Select(number => $"a{number}").ToArray();
        var after = Enumerable.Range(0, 5000).Select(number => $"b{number}").ToArray();

        Assert.Equal(after, Apply(before, UnifiedDiff.Of("x", Lines(before), Lines(after))));
    }

    private static string Lines(params string[] lines) => lines.Length == 0 ? "" : string.Join('\n', lines) + "\n";

    private static string[] RandomLines(Random random) => Enumerable.Range(0, random.Next(0, 30)).Select(_ => $"{random.Next(0, 8)}").ToArray();

    private static string[] Mutate(Random random, string[] lines)
    {
        var copy = lines.ToList();
        for (var change = random.Next(0, 6); change > 0; change--)
        {
            if (random.Next(2) == 0 && copy.Count > 0)
                copy.RemoveAt(random.Next(copy.Count));
            else
                copy.Insert(random.Next(copy.Count + 1), $"{random.Next(0, 8)}");
        }

        return [.. copy];
    }

    // @@ -2,7 +2,7 @@
    private static string[] Apply(string[] before, string diff)
    {
        var result = new List<string>();
        var position = 0;
        foreach (var line in diff.Split('\n').Skip(2).Where(line => line.Length > 0))
        {
            if (line.StartsWith("@@", StringComparison.Ordinal))
            {
                var (start, count) = Range(line.Split(' ')[1]);
                var first = count == 0 ? start : start - 1;
                result.AddRange(before[position..first]);
                position = first;
            }
            else if (line[0] == '+')
            {
                result.Add(line[1..]);
            }
            else
            {
                Assert.Equal(before[position], line[1..]);
                if (line[0] == ' ')
                    result.Add(line[1..]);
                position++;
            }
        }

        return [.. result, .. before[position..]];
    }

    private static (int Start, int Count) Range(string text)
    {
        var numbers = text[1..].Split(',').Select(int.Parse).ToArray();
        return (numbers[0], numbers.Length > 1 ? numbers[1] : 1);
    }
}
