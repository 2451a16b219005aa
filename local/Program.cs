using System.CommandLine;
using SonicBridge.Local.Call;

var root = new RootCommand(
    "SonicBridge on one machine: the product's own Lambdas, state machines and bridge, with AWS simulated at the wire."
)
{
    CallCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
