// A small AppHost whose only purpose is to be stopped and killed: StopAndKillTests starts it as a process of its own.
//   StopAndKillHost session <folder for sessions> [stubborn]     a dcp session without an app model
//   StopAndKillHost stack <folder for sessions> [stubborn]       an application; the folder is also its TMPDIR
//   StopAndKillHost containers <folder for sessions> <image>     an application with a container
using StopAndKillHost;

return args switch
{
    ["session", var folder, .. var options] => await SessionScenario.RunAsync(folder, options.Contains("stubborn")),
    ["stack", _, .. var options] => StackScenario.Run(options.Contains("stubborn")),
    ["containers", var folder, var image] => ContainerScenario.Run(folder, image),
    _ => Fail(),
};

static int Fail()
{
    Console.Error.WriteLine("StopAndKillHost: 'session|stack <folder> [stubborn]' or 'containers <folder> <image>' is expected.");
    return 2;
}
