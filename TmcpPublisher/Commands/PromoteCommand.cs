using System.CommandLine;
using Tmcp.Publisher.Input;
using Tmcp.Publisher.Settings;

namespace Tmcp.Publisher.Commands;

/// <summary><c>promote staging prod</c>: the second environment runs the images of the first from the next <c>generate</c> on.</summary>
internal static class PromoteCommand
{
    internal static Command Create(InputOptions input)
    {
        var from = new Argument<string>("from") { Description = "The environment whose images are taken." };
        var to = new Argument<string>("to") { Description = "The environment that gets them." };
        var command = new Command("promote", "Copies the image lock of one environment to another.") { from, to };
        command.SetAction(parsed => Promote(input.Places(parsed), parsed.GetValue(from)!, parsed.GetValue(to)!, parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Promote(InputPlaces places, string from, string to, TextWriter output)
    {
        var settings = SettingsReader.Read(places.Settings);
        foreach (var name in new[] { from, to }.Where(name => !settings.Environments.ContainsKey(name)))
            throw new PublishException($"{places.Settings}: there is no environment '{name}'. {Suggestion.Sentence(name, settings.Environments.Keys)}");
        if (from == to)
            throw new PublishException($"'{from}' cannot be promoted to itself. Name two environments, such as 'promote staging prod'.");

        var source = ImageLockFile.Read(ImageLockFile.PathOf(places.LockFolder, from));
        if (source.Count == 0)
            throw new PublishException($"{ImageLockFile.PathOf(places.LockFolder, from)}: locks no image, so there is nothing to promote. Push images with 'build --push --environment {from}'.");
        if (settings.Environments[to].RequireDigests && source.FirstOrDefault(entry => entry.Value.Digest is null) is { Key: not null } loose)
            throw new PublishException($"{ImageLockFile.PathOf(places.LockFolder, from)}: '{loose.Key}' has no digest, which '{to}' requires. Push it with 'build --push --environment {from}'.");

        var file = ImageLockFile.PathOf(places.LockFolder, to);
        var target = new Dictionary<string, ImageLock>(ImageLockFile.Read(file), StringComparer.Ordinal);
        foreach (var (image, entry) in source.Where(entry => target.GetValueOrDefault(entry.Key) != entry.Value).OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{image}: {target.GetValueOrDefault(image)?.Tag ?? "no lock"} → {entry.Tag}{(entry.Digest is null ? "" : $" ({entry.Digest[..19]})")}");
            target[image] = entry;
        }

        output.WriteLine(ImageLockFile.Write(file, target)
            ? $"{file}: written. Run 'dotnet run --project TmcpPublisher' and commit both."
            : $"{to} runs the images of {from} already.");
        return ExitCode.Done;
    }
}
