// A small AppHost whose only purpose is to be stopped and killed: StopAndKillTests starts it as a process of its own.
//   StopAndKillHost session <folder for sessions> [stubborn]     a dcp session without an app model
//   StopAndKillHost stack <folder for sessions> [stubborn]       an application; the folder is also its TMPDIR
using StopAndKillHost;

return args switch
{
    ["session", var folder, .. var options] => await SessionScenario.RunAsync(folder, options.Contains("stubborn")),
    ["stack", _, .. var options] => StackScenario.Run(options.Contains("stubborn")),
    _ => Fail(),
};

static int Fail()
{
    Console.Error.WriteLine("StopAndKillHost: 'session|stack <folder> [stubborn]' is expected.");
    return 2;
}
