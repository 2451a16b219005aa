namespace SonicBridge.Local.Sonic;

/// <summary>A stream is to be reset, as by a fault.</summary>
internal sealed class SonicResetException() : Exception("The stream is reset.");
