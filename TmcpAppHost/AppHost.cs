System.Console.WriteLine("TMCP");
