using System.CommandLine;
using SonicBridge.Local.Call;
using SonicBridge.Local.Configuration;
using SonicBridge.Local.Diagnosis;
using SonicBridge.Local.Migration;

var root = new RootCommand(
    "SonicBridge on one machine: the product's own Lambdas, state machines and bridge, with AWS simulated at the wire."
)
{
    CallCommand.Create(),
    MigrateCommand.Create(),
    MigrateCommand.CreateRollback(),
    DiagnoseCommand.Create(),
    ConfigurationCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
