using SonicBridge.Fuzz.Running;

return await FuzzCommand.RunAsync(args);
