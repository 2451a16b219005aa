using SonicBridge.ProbeProcess;

return args switch
{
    ["host", var executable] => await Host.RunAsync(executable),
    ["task", ..] => await EcsTask.RunAsync(),
    _ => await Function.RunAsync(),
};
