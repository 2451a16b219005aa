using SonicBridge.Local;

return await CommandLine.RunAsync(args);
