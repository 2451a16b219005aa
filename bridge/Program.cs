using SonicBridge.Bridge;

return await BridgeCommand.RunAsync(args, Environment.GetEnvironmentVariable, Console.Out, Console.Error);
